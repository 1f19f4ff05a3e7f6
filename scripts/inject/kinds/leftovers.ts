/** Injects lines of a page: a link, a newsletter box, a share button, at a draft's end or between its paragraphs. */
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'

const RULE = 'leftover-boilerplate'

/** The kinds of leftover lines. */
const kinds: readonly ErrorKind[] = [
  { name: 'leftover line, at the end', rule: RULE, bar: 0.93, change: atTheEnd },
  { name: 'leftover line, in the middle', rule: RULE, bar: 0.85, change: betweenParagraphs },
]
export default kinds

/** Lines for when none are given; invented, so that they show only that all works. */
export const INVENTED_LEFTOVERS: readonly string[] = [
  'You may also like',
  'Read more: Harbour vote put off again',
  'Sign up for the Norvik Post newsletter',
  'Advertisement',
  'Share this article',
  'Follow us on Facebook',
  'Click here to subscribe',
  'Related stories',
  'Continue reading below',
  '3 comments',
  'Download our app',
  'Get the day’s news in your inbox',
  'Photo gallery: 12 images',
  'Back to top',
  'More from Business',
]

function atTheEnd(copy: DraftCopy, { random, leftovers }: Supplies): Replacement | undefined {
  const line = random.pick(leftovers)
  const last = copy.paragraphs.at(-1)
  if (line === undefined || !last || copy.prose.at(-1) !== last) return undefined
  return { start: last.end, end: last.end, words: gapOf(copy) + line }
}

/** No single word, which may be a crosshead there. */
function betweenParagraphs(copy: DraftCopy, { random, leftovers }: Supplies): Replacement | undefined {
  return inTheMiddle(copy, random.pick(leftovers.filter((line) => line.includes(' '))), random)
}

/** A line of its own between two paragraphs of prose. */
export function inTheMiddle(
  copy: DraftCopy,
  line: string | undefined,
  random: Supplies['random'],
): Replacement | undefined {
  const place = random.pick(copy.prose.slice(1, -1))
  if (line === undefined || !place || copy.prose.length < 4) return undefined
  return { start: place.end, end: place.end, words: gapOf(copy) + line }
}

/** How the draft keeps its paragraphs apart. */
export function gapOf({ text, paragraphs }: DraftCopy): string {
  const [one, other] = paragraphs
  return one && other && !/\n[ \t]*\n/.test(text.slice(one.end, other.start)) ? '\n' : '\n\n'
}
