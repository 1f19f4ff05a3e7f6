/**
 * Injects what a writer, an editor or a chatbot left for somebody else: “TK”, “[insert quote]”, “Here is the rewritten
 * article:”.
 */
import type { DraftCopy } from '../copy.ts'
import type { Replacement, ErrorKind, Supplies } from '../kind.ts'
import { gapOf, inTheMiddle } from './leftovers.ts'

/** The kinds of notes left in the copy. */
const kinds: readonly ErrorKind[] = [
  { name: 'placeholder, in a sentence', rule: 'leftover-note', closed: true, bar: 0.93, change: inASentence },
  { name: 'placeholder, on a line of its own', rule: 'leftover-note', closed: true, bar: 0.93, change: onALine },
  { name: 'chatbot line', rule: 'leftover-chatbot', change: chatbotLine },
]
export default kinds

/** What stands where a figure is still missing. */
const FOR_FIGURES = [
  'TK',
  'TKTK',
  'XX',
  'XXX',
  'XXXX',
  '[TK]',
  '(TK)',
  '[XX]',
  '00TK',
  'TKs',
  '[number]',
  '[figure TK]',
  '??',
  '[??]',
  '___',
]
/** What stands behind a name. */
const BEHIND_NAMES = [
  '[TK]',
  '(TK)',
  '[check name]',
  '[CHECK SPELLING]',
  '(CHECK TITLE)',
  '[spelling?]',
  '[age?]',
  '[age TK]',
  '[first name TK]',
  '[title TK]',
  '(CQ)',
  '[cq]',
  '[add link]',
  '[link TK]',
  '[verify]',
  '(note to editor: please verify)',
  '[insert title]',
]
/** What stands behind a sentence’s last word. */
const BEHIND_SENTENCES = [
  '[TK]',
  '(TK)',
  'TK TK TK',
  '[insert quote]',
  '[INSERT QUOTE HERE]',
  '(FACT CHECK THIS)',
  '[confirm with desk]',
  '[citation needed]',
  '[source?]',
  '[ED: is this right?]',
  '[NOTE TO DESK: waiting for a call back]',
  '[to come]',
  '[more to come]',
  '[add background here]',
  '[need second source]',
  '(insert date)',
  '[insert photo]',
  '[link TK]',
  '[check with lawyers]',
  '(ADD RESPONSE)',
]
const LINES = [
  'TK',
  'TKTK',
  'HED TK',
  'DEK TK',
  'Headline goes here',
  'HED HERE',
  'Subhead goes here',
  'XXX',
  'xxxxx',
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  '[insert quote from the minister here]',
  '[INSERT CHART]',
  '[INSERT PULL QUOTE]',
  '[PHOTO TK]',
  '[graphic to come]',
  '(MORE)',
  '-30-',
  '###',
  'more TK',
  'NOTE TO EDITOR: the second quote is still to be confirmed',
  'Editor’s note to self: cut this paragraph',
  'ED NOTE: check against the earlier version',
  'TODO: add reaction from the council',
  'TO COME: reaction',
  'QUOTE TK',
  'Nut graf TK',
  '[background paragraph here]',
  'Caption goes here',
  'Body copy goes here',
  'PLACEHOLDER',
  '[placeholder for pull quote]',
  'test test test',
  'FIXME: second figure',
  '[ADD BYLINE]',
  'Insert text here',
  'Type your text here',
]

function onALine(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  return inTheMiddle(copy, random.pick(LINES), random)
}

/** For a figure, or behind a name or a sentence’s last word. */
function inASentence(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  if (random.chance(0.4)) {
    const figure = random.pick(copy.matches(/(?<=[\p{Ll},] )(?:\d{1,3}(?:,\d{3})+|\d+)(?= \p{Ll})/gu))
    if (figure) return { start: figure.index, end: figure.index + figure[0].length, words: random.pick(FOR_FIGURES)! }
  }
  const isName = random.chance(0.5)
  const ends = isName
    ? copy.names.filter(({ possessive }) => !possessive).map((name) => name.end)
    : copy.matches(/\p{Ll}(?=\.(?: \p{Lu}|$))/gu).map(({ index }) => index + 1)
  const end = random.pick(ends.filter((place) => /[ ,.]/.test(copy.text[place] ?? '')))
  return end === undefined
    ? undefined
    : { start: end, end, words: ` ${random.pick(isName ? BEHIND_NAMES : BEHIND_SENTENCES)}` }
}

const CHATBOT_LINES = [
  'Here is the rewritten article:',
  'Sure! Here’s a version with a more neutral tone:',
  'Certainly! Below is the article in 300 words.',
  'As an AI language model, I don’t have access to real-time information.',
  'Would you like me to add a headline as well?',
  'I hope this helps! Let me know if you would like any changes.',
  'Note: I kept the quotations unchanged and shortened the background.',
  'Here are three possible headlines for your story:',
  'Let me know if you’d like it shorter.',
  'I can’t browse the internet, so please check the figures.',
]

/** On top, or at the end. */
function chatbotLine(copy: DraftCopy, { random }: Supplies): Replacement | undefined {
  const line = random.pick(CHATBOT_LINES)!
  const last = copy.paragraphs.at(-1)
  if (!last) return undefined
  if (random.chance(0.5)) return { start: last.end, end: last.end, words: gapOf(copy) + line }
  return { start: 0, end: 0, words: `${line}\n\n` }
}
