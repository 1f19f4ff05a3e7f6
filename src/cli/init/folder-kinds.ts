/** Which kind of copy a folder holds, by the names that desks give such folders. */
import type { CopyKind } from '#copy'

const NAMES: Readonly<Partial<Record<CopyKind, readonly string[]>>> = {
  opinion: [
    'opinion',
    'opinions',
    'column',
    'columns',
    'columnists',
    'comment',
    'commentary',
    'editorials',
    'op-ed',
    'op-eds',
    'oped',
    'viewpoint',
    'viewpoints',
  ],
  feature: ['feature', 'features', 'long-reads', 'longreads', 'profiles'],
  review: ['review', 'reviews'],
  letters: ['letters', 'letters-to-the-editor', 'readers-letters'],
  sport: ['sport', 'sports', 'football', 'soccer', 'cricket', 'rugby', 'tennis', 'baseball', 'basketball'],
  markets: ['markets', 'stocks', 'market-reports'],
  'live-blog': ['live-blog', 'live-blogs', 'liveblog', 'liveblogs', 'live-updates'],
  'q-and-a': ['q-and-a', 'q-and-as', 'q-a', 'questions-and-answers'],
  transcript: ['transcript', 'transcripts'],
  'press-release': ['press-release', 'press-releases', 'pressreleases'],
}
const KINDS: ReadonlyMap<string, CopyKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => names.map((name): [string, CopyKind] => [name, kind as CopyKind])),
)

/**
 * The kind of copy that a folder's name promises: `Opinion`, `_letters` (a collection of Jekyll's), `press releases`.
 */
export function kindOfFolder(name: string): CopyKind | undefined {
  return KINDS.get(name.toLowerCase().replace(/^_/, '').replace(/&/g, 'and').replace(/[ _]+/g, '-'))
}
