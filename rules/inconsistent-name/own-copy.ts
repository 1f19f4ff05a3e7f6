/** Whether a place stands in the desk's own running copy: in a sentence, outside embedded posts, outside code. */
import { around, sentencesAround, type Block, type Span, type Story } from '#rule'

// In characters: an embedded post with its signature; a line without a verb; what stands before an entry of a digest.
const LONGEST_POST = 800
const LONGEST_SIGNATURE = 140
const LONGEST_LINE = 150
const LONGEST_ENTRY = 180

// “— Lena Okafor (@lokafor) May 3, 2019”
const SIGNATURE = /[—–-] ?[^()\n]{1,60}\(@\w{1,30}\)[^()\n]{0,40}$/
const SIGNATURE_BELOW = /^[—–-]{1,2} ?[^()\n]{1,60}\(@\w{1,30}\)/
const POST = /\bpic\.twitter\.com\b|\bpic\.x\.com\b/
const HANDLE = /@\w{2,30}:/

// Behind “…to” and before “, the first of its kind” a link has cut the paragraph in two.
const GOES_ON = /^[\s,.;:)’”\p{Ll}]/u
// “Replay More Clips ...” closes nothing.
const CLOSED = /(?:(?<! | \.\.)[.!?…:;,][”"’')\]]*| [-–—])$/
// A paragraph whose last stop is missing has others before: “…in port. Cruises will end on Monday”.
const SENTENCE_BEFORE = /[\p{Ll}\d)][.!?][”"’')]* \p{Lu}/u
const LONG_WORD = /[\p{L}][\p{L}’'-]{3,}/gu
const ENTRY = /\(\p{Lu}[^()\n]{1,40}\) \d{1,2}\. [^.!?\n]{0,120}$/u

/** Whether a place is in an embedded post: somebody signs it, or is named by his handle before it. */
export function isPosted(story: Story, block: Block, { start }: Span): boolean {
  if (block.end - block.start > LONGEST_POST) return false
  const { text, blocks } = story
  const next = blocks[block.index + 1]
  return (
    SIGNATURE.test(story.slice(block).slice(-LONGEST_SIGNATURE).trimEnd())
    || (next !== undefined
      && SIGNATURE_BELOW.test(text.slice(next.start, Math.min(next.end, next.start + LONGEST_SIGNATURE))))
    || POST.test(text.slice(block.start, block.end))
    || HANDLE.test(text.slice(block.start, start))
  )
}

const QUESTION =
  /^(?:Q|Question)\b[:.]|^(?:What|Who|How|Why|When|Where|Which|Do|Does|Did|Is|Are|Was|Have|Has|Can|Could|Will|Would|Should) [^.!?\n“”"]{8,160}\?$/
const ANSWER = /^(?:A|Answer):/
const LONGEST_QUESTION = 180

/** Whether a block is an answer in an interview: it says so, or a question stands over it and nothing else. */
export function isAnswer({ text, blocks }: Story, block: Block): boolean {
  if (ANSWER.test(text.slice(block.start, block.start + 8))) return true
  const before = block.index < 2 ? undefined : blocks[block.index - 1]
  return (
    before !== undefined
    && before.end - before.start < LONGEST_QUESTION
    && before.kind !== 'heading'
    && QUESTION.test(text.slice(before.start, before.end))
  )
}

/**
 * Whether a place is in a line that is no sentence: the title of a video or of another story, a label, an entry of a
 * list.
 */
export function isOutsideSentences(story: Story, block: Block, at: Span): boolean {
  const sentence = sentencesAround(story, at).trim()
  const before = around(story, at).before(LONGEST_ENTRY)
  if (isInTitleCase(sentence) || ENTRY.test(before)) return true
  if (sentence.length > LONGEST_LINE || CLOSED.test(sentence)) return false
  const { text } = story
  if (SENTENCE_BEFORE.test(before + text[at.start]!)) return false
  return (
    block.kind === 'list-item'
    || (!GOES_ON.test(text.slice(block.start, block.start + 1)) && !isContinued(story, block))
  )
}

function isContinued({ text, blocks }: Story, block: Block): boolean {
  const next = blocks[block.index + 1]
  return next !== undefined && GOES_ON.test(text.slice(next.start, next.start + 1))
}

/** “Salden Has Flooded Norvik With Money”: every long word has a capital, in no list of players. */
function isInTitleCase(sentence: string): boolean {
  if (sentence.split(',').length > 4) return false
  const long = sentence.length > LONGEST_LINE ? [] : (sentence.match(LONG_WORD) ?? [])
  return long.length >= 4 && long.every((word) => /^\p{Lu}/u.test(word))
}

/**
 * Whether code stands around a place: “Irp->Status”, “<InstanceID>”, “Request()”, “news/US/world”, “@RashidaTlaib”,
 * “DailyMail.com”.
 */
export function isInCode(text: string, at: Span): boolean {
  const near = around(text, at)
  const [before, after] = [near.before(2), near.behind(2)]
  // “<UPS>”: for wire services a ticker; it is no code, and counts for nothing either way.
  const isTicker = near.isBetween('<', '>') && !/[^A-Z]/.test(text.slice(at.start, at.end))
  return (
    /(?:[@#/_\\={}]|::|->|[A-Za-z]\.)$/.test(before)
    || /^(?:[@/_\\={}]|->|::|\(|\.[A-Za-z])/.test(after)
    || ((before.endsWith('<') || after.startsWith('>')) && !isTicker)
  )
}
