/** The kinds of copy: what a desk calls a piece, since one kind’s mistake is another’s habit. */

/** A kind of copy. `news` is whatever shows itself as nothing else. */
export type CopyKind =
  | 'news'
  | 'opinion'
  | 'feature'
  | 'review'
  | 'letters'
  | 'sport'
  | 'markets'
  | 'live-blog'
  | 'q-and-a'
  | 'transcript'
  | 'press-release'

/** All kinds of copy. */
export const COPY_KINDS: readonly CopyKind[] = [
  'news',
  'opinion',
  'feature',
  'review',
  'letters',
  'sport',
  'markets',
  'live-blog',
  'q-and-a',
  'transcript',
  'press-release',
]
