/** Tests of the places where names stand; how many of them are found is measured on the annotated news. */
import { describe, expect, it } from 'vitest'
import { textStory } from '../stories.ts'
import type { Mention } from '../../src/facts/names/mention.ts'
import { nameKey } from '../../src/facts/names/name-key.ts'
import type { DeskName } from '../../src/copy/index.ts'

/** The mentions of a text with the words of each. */
function mentionsIn(text: string, names: readonly DeskName[] = []): readonly (Mention & { readonly text: string })[] {
  const story = textStory(text, { names })
  return story.facts.mentions.map((mention) => ({ ...mention, text: story.slice(mention) }))
}
const namesIn = (text: string, names: readonly DeskName[] = []): readonly string[] =>
  mentionsIn(text, names).map((mention) => mention.text)

/** The one mention of a name in a text. */
function only(text: string, name: string): Mention {
  const found = mentionsIn(text).filter((mention) => mention.text === name)
  expect(found, `“${name}” in “${text}”`).toHaveLength(1)
  return found[0]!
}

const BODY =
  'The lawyers for Xiaomi said on Monday that they would sue the Pentagon over a list that bars investors from buying shares. '
  + 'Analysts who follow Huawei said that growth in Hong Kong had been slow, and Gao said no more than that.'

describe('a name', () => {
  it('is found in mid-sentence and at the start of one, where any word has a capital', () => {
    expect(
      namesIn('Officials met. Shares in Xiaomi rose by a tenth on Monday. Xiaomi said no more. Nobody asked Huawei.'),
    ).toEqual(['Xiaomi', 'Xiaomi', 'Huawei'])
  })

  it('knows whether it opens a sentence or a clause', () => {
    const mentions = mentionsIn('Shares in Xiaomi rose. Xiaomi said: “Huawei fell,” and “the rest of Nokia rose.”')
    expect(mentions.map(({ text, initial }) => [text, initial])).toEqual([
      ['Xiaomi', false],
      ['Xiaomi', true],
      ['Huawei', true],
      ['Nokia', false],
    ])
  })

  it('knows its sentence and its words', () => {
    const story = textStory('It rose again. The bank hired Priya Raman Jr. of Mumbai to mind the shop.')
    const { mentions, words, sentences } = story.facts
    for (const { sentence, firstWord, endWord, start } of mentions) {
      expect(words.start(firstWord)).toBe(start)
      expect([sentences.firstWord(sentence) <= firstWord, endWord <= sentences.endWord(sentence)]).toEqual([true, true])
    }
    expect(mentions.map(({ sentence, firstWord, endWord }) => [sentence, endWord - firstWord])).toEqual([
      [1, 3],
      [1, 1],
    ])
  })

  it.each([
    ['The office has moved to St. Louis from a town in the hills.', ['St. Louis']],
    ['They wrote to the Food and Drug Administration about the milk.', ['Food and Drug Administration']],
    [
      'They wrote to the Department of Health and Human Services about the milk.',
      ['Department of Health and Human Services'],
    ],
    ['They fear that the People’s Liberation Army is near the coast.', ['People’s Liberation Army']],
    ["They fear that the People's Liberation Army is near the coast.", ["People's Liberation Army"]],
    [
      'They banked with the Bank of America and then with the Bank of England for years.',
      ['Bank of America', 'Bank of England'],
    ],
    ['They sold some shares in Apple and Google when the price was high.', ['Apple', 'Google']],
    ['They sold some shares in Johnson & Johnson and in AT&T when the price was high.', ['Johnson & Johnson', 'AT&T']],
    [
      'They know that talks with Ursula von der Leyen ended, and that von der Leyen left.',
      ['Ursula von der Leyen', 'von der Leyen'],
    ],
    [
      'They know that Mohammed bin Salman flew in from Rio de Janeiro that day.',
      ['Mohammed bin Salman', 'Rio de Janeiro'],
    ],
    ['They sold the Beijing-based company to a buyer in the south of Spain.', ['Beijing', 'Spain']],
    [
      'They spoke with Anna-Lena Baerbock and with Michael O’Leary about the price of fuel.',
      ['Anna-Lena Baerbock', 'Michael O’Leary'],
    ],
    ['They met with the U.S. and with the UN in the first week of the war.', ['U.S.', 'UN']],
    ['They met on Monday in March and again in September, said Gao.', ['Gao']],
    ['They asked the prime minister, the CEO and the president about AI and TV.', []],
  ])('runs as far as it should: %s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it('ends before its possessive, and before the next name', () => {
    const mentions = mentionsIn(
      "They say that China’s Ministry of Commerce is against it, and so are Xiaomi's lawyers.",
    )
    expect(mentions.map(({ text, possessive }) => [text, possessive])).toEqual([
      ['China', true],
      ['Ministry of Commerce', false],
      ['Xiaomi', true],
    ])
  })

  it('may have the possessive of a name in s', () => {
    expect(only('They say that Sessions’ lawyer was there on the day.', 'Sessions').possessive).toBe(true)
    expect(only('They say that Sessions’s lawyer was there on the day.', 'Sessions').possessive).toBe(true)
    expect(only('They say that it was ‘all about Sessions’ on the day.', 'Sessions').possessive).toBe(true)
    expect(only('They say that Sessions was there on the day.', 'Sessions').possessive).toBe(false)
  })

  it.each([
    ['They heard Sen. Ruth Kessler speak for an hour or so.', 'Ruth Kessler', 'Sen.'],
    ['They heard Prime Minister Narendra Modi speak for an hour or so.', 'Narendra Modi', 'Prime Minister'],
    ['They heard the former Vice President Mike Pence speak for an hour or so.', 'Mike Pence', 'Vice President'],
    ['They heard Lt. Col. Ann Roe speak for an hour or so.', 'Ann Roe', 'Lt. Col.'],
    ['They heard U.S. Treasury Secretary Janet Yellen speak for an hour or so.', 'Janet Yellen', 'Treasury Secretary'],
    ['They heard Ruth Kessler speak for an hour or so.', 'Ruth Kessler', undefined],
  ])('stands apart from its title: %s', (text, name, title) => {
    expect(only(text, name).title).toBe(title)
  })

  it('begins behind the office of its title', () => {
    expect(namesIn('They heard Secretary of State Antony Blinken speak on that day.')).toEqual(['Antony Blinken'])
  })

  it('is found in a sentence that is full of names', () => {
    expect(namesIn('Ford Motor Co. and General Motors Corp. met Toyota Motor Corp. in Los Angeles.')).toEqual([
      'Ford Motor Co.',
      'General Motors Corp.',
      'Toyota Motor Corp.',
      'Los Angeles',
    ])
  })

  it('may stand before another’s title', () => {
    expect(namesIn('They heard U.S. Treasury Secretary Janet Yellen speak for an hour or so.')).toEqual([
      'U.S.',
      'Janet Yellen',
    ])
  })

  it.each([
    ['They bought Acme Corp. for a song on that day.', 'Acme Corp.', 'Corp.', ['Acme']],
    ['They bought Alphabet, Inc. for a song on that day.', 'Alphabet, Inc.', 'Inc.', ['Alphabet']],
    ['They bought Yahoo! Inc. for a song on that day.', 'Yahoo! Inc.', 'Inc.', ['Yahoo']],
    ['They bought Sony Group for a song on that day.', 'Sony Group', 'Group', ['Sony']],
    [
      'They heard that Martin Luther King Jr. had been there on that day.',
      'Martin Luther King Jr.',
      'Jr.',
      ['Martin', 'Luther', 'King'],
    ],
    ['They heard that John Roe III had been there on that day.', 'John Roe III', 'III', ['John', 'Roe']],
    ['They heard that Acme had been there on that day.', 'Acme', undefined, ['Acme']],
  ])('has its suffix, which is no part of its core: %s', (text, name, suffix, core) => {
    expect(only(text, name)).toMatchObject({ suffix, core })
  })

  it('keeps its own mark where its sentence goes on', () => {
    expect(namesIn('They know that Yahoo! said so on the day. They use Yahoo! They like it.')).toEqual([
      'Yahoo!',
      'Yahoo',
    ])
  })

  it('may hold a month’s name, which is none of its own', () => {
    expect(namesIn('They know that in May the rules will change for good.')).toEqual([])
    expect(namesIn('They know that Theresa May left in April or in May.')).toEqual(['Theresa May'])
  })
})

describe('a headline', () => {
  it.each([
    ['Xiaomi sues Pentagon over blacklist', ['Xiaomi', 'Pentagon']],
    ['Xiaomi Sues Pentagon Over Blacklist', ['Xiaomi', 'Pentagon']],
    ['XIAOMI SUES PENTAGON OVER BLACKLIST', ['XIAOMI', 'PENTAGON']],
    ['Growth Slow in Hong Kong, Says Gao', ['Hong Kong', 'Gao']],
    ['Huawei’s Growth in Hong Kong Slows', ['Huawei', 'Hong Kong']],
  ])('has the names that its story has, however it is set: %s', (headline, names) => {
    const story = textStory(`${headline}\n\n${BODY}`)
    const found = story.facts.mentions.filter(({ end }) => end <= story.blocks[0]!.end)
    expect(found.map((mention) => story.slice(mention))).toEqual(names)
  })
})

describe('the desk’s names', () => {
  const midi: DeskName = { name: 'black midi', aliases: ['bm'] }

  it('are found though they have no capitals', () => {
    const text = 'The band known as black midi played twice, and then black midi’s drummer left; bm went on.'
    expect(namesIn(text)).toEqual([])
    expect(namesIn(text, [midi])).toEqual(['black midi', 'black midi', 'bm'])
  })

  it('are found with all their small words and signs', () => {
    const text = 'They saw Tyler, the Creator and the shops of marks & spencer on the way to the sea.'
    expect(namesIn(text, [{ name: 'Tyler, the Creator' }, { name: 'marks  & spencer ' }])).toEqual([
      'Tyler, the Creator',
      'marks & spencer',
    ])
  })

  it('are not found where the words stand apart', () => {
    expect(
      namesIn('They like black, midi and the like, and the marks spencer left.', [midi, { name: 'marks & spencer' }]),
    ).toEqual([])
  })

  it('go before shorter ones of the desk and before what the story shows', () => {
    const names = [{ name: 'Reynolds' }, { name: 'Reynolds and Reynolds' }]
    expect(namesIn('They sued Reynolds and Reynolds and then Reynolds and the rest of them.', names)).toEqual([
      'Reynolds and Reynolds',
      'Reynolds',
    ])
  })

  it('are found with either apostrophe, also where they end in a possessive', () => {
    const names = [{ name: "trader joe's" }]
    expect(mentionsIn("They shop at trader joe’s and at trader joe's on most days.", names)).toHaveLength(2)
    expect(
      mentionsIn("They shop at trader joe’s and at trader joe's on most days.", [{ name: 'trader joe’s' }]),
    ).toHaveLength(2)
  })

  it('are found at the end of a sentence though they end in an abbreviation', () => {
    expect(
      mentionsIn('They work for big shop Corp. and then for big shop Corp.', [{ name: 'big shop Corp.' }]),
    ).toHaveLength(2)
  })

  it('say nothing where they are no words', () => {
    expect(namesIn('They met Gao – and left.', [{ name: '–' }, { name: ' ' }])).toEqual(['Gao'])
  })
})

describe('the label of a speaker', () => {
  const TALK = [
    'Council hearing, second day',
    'ANA MARSH: Thank you. We have asked Norvik for its papers, and Ana Marsh is my name.',
    'OKAFOR: Norvik sent them on Monday.',
    'Jan Okafor (Leeds): They are with Brandvold now: Brandvold has read them.',
    'ANA MARSH, MAYOR: Then we thank Norvik.',
  ].join('\n\n')

  it('is no name in a transcript', () => {
    const story = textStory(TALK, { kind: 'transcript' })
    expect(story.facts.mentions.map((mention) => story.slice(mention))).toEqual([
      'Norvik',
      'Ana Marsh',
      'Norvik',
      'Brandvold',
      'Brandvold',
      'Norvik',
    ])
  })

  it('is a name in any other copy, where a colon stands for “said”', () => {
    const story = textStory(TALK, { kind: 'news' })
    expect(story.facts.mentions.map((mention) => story.slice(mention))).toContain('OKAFOR')
  })

  it('is seen in an interview, too, and hides nothing but itself', () => {
    const story = textStory(
      'Q: Do you know Norvik?\n\nMarsh: Norvik is a firm: Okafor runs it.\n\nWe asked Marsh for more: Marsh said no.',
      { kind: 'q-and-a' },
    )
    expect(story.facts.mentions.map((mention) => story.slice(mention))).toEqual([
      'Norvik',
      'Norvik',
      'Okafor',
      'Marsh',
      'Marsh',
    ])
  })
})

describe('the key of a name', () => {
  it.each([
    [['U.S.'], ['US']],
    [['Coca-Cola'], ['Coca', 'Cola']],
    [['JPMorgan'], ['J.P.', 'Morgan']],
    [['Müller'], ['Muller']],
    [['O’Leary'], ["O'Leary"]],
    [['XIAOMI'], ['Xiaomi']],
    [['AT&T'], ['ATT']],
    [['Yahoo!'], ['Yahoo']],
  ])('is one for %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  it('is another for another name', () => {
    expect(
      new Set([['Xiaomi'], ['Xaomi'], ['Gao', 'Feng'], ['Gao'], ['中国'], ['Łódź'], ['Lodi']].map(nameKey)).size,
    ).toBe(7)
  })
})
