/** Whether a quotation is speech, which a desk writes down in its own spelling, or was written by somebody else. */
import type { Around, Block } from '#rule'

// In characters: how long a quotation may be, and how far from it stands who said it.
const LONGEST = 600
const NEAR = 90
const LEAST_WORDS = 6

const VERB = '(?:said|says|told|tells|added|adds|recalled|explained)'
const SAID_BEHIND = new RegExp(`^[^.!?"“”]{0,60}?\\b${VERB}\\b`)
const SAID_BEFORE = new RegExp(`\\b${VERB}\\b[^.!?"“”]{0,60}$`)
const WRITTEN = new RegExp(
  `\\b(?:${[
    'wr(?:o|i)te',
    'writes',
    'written',
    'letters?',
    'statements?',
    'e-?mail(?:s|ed)?',
    'text(?:s|ed)',
    'tweet(?:s|ed)?',
    'posts?',
    'posted',
    'reports?',
    'documents?',
    'filings?',
    'memos?',
    'blogs?',
    'web ?sites?',
    'release',
    'reads?',
    'published',
    'article',
    'editorial',
    'complaint',
    'indictment',
    'affidavit',
    'lawsuit',
    'ruling',
    'Twitter',
    'Facebook',
    'caption',
    'headline',
    'titled',
    'entitled',
    'banner',
    'survey',
    'advisory',
    'note[sd]?',
    'book',
    'messages?',
    'researchers',
    'company',
    'firm',
    'agency',
    'contract',
    'law',
    'treaty',
    'agreement',
    'rules?',
    'bill',
    'act',
    'poster',
    'plaque',
    'menu',
    'label',
    'manual',
    'paper',
    'file',
    'policy',
    'charter',
    'constitution',
  ].join('|')})\\b|\\b\\p{Lu}{2,} (?:said|says|added)\\b`,
  'u',
)

/**
 * Whether a place inside quotation marks is spoken: somebody is said to have said it, and nothing near speaks of paper.
 */
export function isSpoken(block: Block, near: Around): boolean {
  if (block.quoted) return false
  const [before, behind] = [near.before(LONGEST), near.behind(LONGEST)]
  const open = Math.max(before.lastIndexOf('"'), before.lastIndexOf('“'))
  const close = behind.search(/["”]/)
  if (open < 0 || close < 0) return false
  if (`${before.slice(open)}${behind.slice(0, close)}`.split(' ').length < LEAST_WORDS) return false
  const [front, back] = [before.slice(Math.max(0, open - NEAR), open), behind.slice(close + 1, close + 1 + NEAR)]
  return (SAID_BEHIND.test(back) || SAID_BEFORE.test(front)) && !WRITTEN.test(`${front} ${back}`)
}
