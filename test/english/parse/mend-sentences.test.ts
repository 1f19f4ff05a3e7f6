/**
 * Tests of the sentence ends that are mended: each against what parse-english says, and beside one that is right as it
 * is.
 */
import { toString } from 'nlcst-to-string'
import type { Root } from 'nlcst'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { mendSentences } from '../../../src/english/parse/mend-sentences.ts'

const english = unified().use(retextEnglish).freeze()

function sentencesOf(tree: Root): readonly string[] {
  return tree.children.flatMap((child) =>
    child.type === 'ParagraphNode'
      ? child.children.filter(({ type }) => type === 'SentenceNode').map((sentence) => toString(sentence))
      : [],
  )
}

function mend(text: string, heading = false): readonly string[] {
  const tree = english.parse(text)
  mendSentences(tree, text, { heading })
  return sentencesOf(tree)
}

/** Takes “one | two” apart: the sentences as they should be, and the text that they make. */
function marked(text: string): { readonly text: string; readonly sentences: readonly string[] } {
  const sentences = text.split(' | ')
  return { text: sentences.join(' '), sentences }
}

describe('an end that parse-english runs over', () => {
  it.each([
    'He flew to the U.S. | The trip was short.',
    'She works for Acme Inc. | He works for nobody.',
    'They stayed in Washington, D.C. | But they left in the end.',
    'It began at 5 p.m. | Police closed the road.',
    'It began at 5 p.m. | “We waited,” she said.',
    'The vote is on March 19. | Officials will count.',
    'They drove to Area 51. | Roe stayed at home.',
    'They paid $5. | “A lot,” she said.',
    'They built Plan B. | The mayor left.',
    'Roberts was drafted in. | Defenders rested.',
    'He saw the sun. | Birds sang.',
    'They sat. | Birds sang.',
    'He said it “in the U.S.” | The rest is known.',
    'He said it (in the U.S.) | The rest is known.',
    'They sell cars, planes, etc. | The rest is known.',
    'He sold it on eBay. | eBay said no more.',
  ])('is mended: %s', (example) => {
    const { text, sentences } = marked(example)
    expect(sentencesOf(english.parse(text))).not.toEqual(sentences)
    expect(mend(text)).toEqual(sentences)
  })

  it.each([
    'He flew to the U.S. Treasury by bus.',
    'She met Acme Inc. Chairman Lena Ortiz.',
    'It began at 5 p.m. Monday.',
    'It began at 5 p.m. March 3.',
    'It began at 5 p.m. Eastern time.',
    'It began at 5 p.m. London time.',
    'It began at 5 p.m. GMT.',
    'It was 12 in. Wide enough.',
    'It is in the U.S. and in the U.K. too.',
    'They met John F. Kennedy there.',
    'He saw Gov. The-Anh Roe there.',
  ])('is not seen where the sentence goes on: %s', (text) => {
    expect(mend(text)).toEqual([text])
  })

  it('is left alone in a heading, where every word may have a capital', () => {
    expect(mend('U.S. The Loser in Talks', true)).toEqual(['U.S. The Loser in Talks'])
    expect(mend('Talks With the U.S. The Rest Is Known', true)).toHaveLength(1)
    expect(mend('Talks With the U.S. The Rest Is Known')).toHaveLength(2)
  })

  it('is mended as often as it stands in a sentence', () => {
    const { text, sentences } = marked(
      'He flew to the U.S. | The trip was short. | She works for Acme Inc. | He works for nobody, he said at 5 p.m. | Police agreed.',
    )
    expect(mend(text)).toEqual(sentences)
  })
})

describe('an end that parse-english sees where none is', () => {
  it.each([
    'The team is No. 2 in the world.',
    'It lost Nos. 3 and 4 of its men.',
    'They know Art. 5 of the pact.',
    'They read pp. 14 and 15.',
    'They lost it in Ch. 7 of it.',
    'It was Smith vs. 3 others.',
    'They read Vol. 2 of it.',
    'They saw it in Fig. 3 of it.',
    'It is approx. 5 miles off.',
    '“No. 3,” he said.',
    'Yahoo! Inc. said so.',
    'They use Yahoo! Japan at home.',
    'They watch “Jeopardy! Sports” at home.',
    '‘Stop!’ Smith said.',
    '“Why?” John Smith asked.',
    '"Stop!" Smith said.',
    "'Stop!' Smith said.",
    '“Why?” Ursula Roe was told.',
    'It is by Émile É. Roe of Leith.',
    'He saw the ball drop and … Luka does that.',
    'He saw the ball drop, and... Luka does that.',
    ...[
      'Drs.',
      'Sens.',
      'Reps.',
      'Govs.',
      'Cmdr.',
      'Adm.',
      'Cpl.',
      'Pvt.',
      'Insp.',
      'Det.',
      'Dep.',
      'Ste.',
      'Asst.',
    ].map((title) => `They saw ${title} Roe there.`),
    ...[
      'ST. LOUIS',
      'MT. ROSE',
      'MR. ROE',
      'DR. ROE',
      'SEN. ROE',
      'REP. ROE',
      'GOV. ROE',
      'GEN. ROE',
      'SGT. ROE',
      'ROE VS. DOE',
    ].map((name) => `THEY SAW ${name} THERE.`),
    '(“Sens. Roe and Doe left.”)',
  ])('is mended: %s', (text) => {
    expect(sentencesOf(english.parse(text)).length).toBeGreaterThan(1)
    expect(mend(text)).toEqual([text])
  })

  it('is mended in a heading too', () => {
    expect(mend('ST. LOUIS IS NO. 2', true)).toEqual(['ST. LOUIS IS NO. 2'])
    expect(mend('Yahoo! Inc. Names a Boss', true)).toEqual(['Yahoo! Inc. Names a Boss'])
  })

  it.each([
    'They came to No. 3. | She left.',
    'The answer was no. | Officials left.',
    'They lost! | Japan cheered.',
    'What a win! | News of it spread.',
    'They use Yahoo! | Fans cheered.',
    '“Go!” | The crowd left.',
    '“Go!” | Smith left.',
    '“Why?” | The crowd asked.',
    'He left the room… | Luka does that.',
    'They met Edward R. Murrow. | He left.',
  ])('is left where the sentence does end: %s', (example) => {
    const { text, sentences } = marked(example)
    expect(mend(text)).toEqual(sentences)
  })
})

describe('a mended tree', () => {
  const text =
    'Yahoo! Inc. flew to the U.S. The trip (of 5 p.m.) Police said, was No. 2 of it.  And “Why?” Smith asked.'

  it('holds every character of its text in order, once', () => {
    const tree = english.parse(text)
    mendSentences(tree, text, { heading: false })
    expect(toString(tree)).toBe(text)
  })

  it('has positions that are those of the text', () => {
    const tree = english.parse(text)
    mendSentences(tree, text, { heading: false })
    const sentences = tree.children.flatMap((child) => (child.type === 'ParagraphNode' ? child.children : []))
    expect(sentences.length).toBeGreaterThan(3)
    for (const sentence of sentences) {
      expect(text.slice(sentence.position!.start.offset, sentence.position!.end.offset)).toBe(toString(sentence))
    }
  })
})
