/**
 * Makes up news to measure with where no folder of it is given: sound stories with their own names, the same every
 * time.
 */

const FIRST =
  'Ada Ben Clara David Elena Farid Grace Hugo Ines Jonas Karim Lena Marco Nadia Oscar Petra Quentin Rosa Stefan Tara Umar Vera Walter Yusuf Zoe'.split(
    ' ',
  )
const STEMS = 'Bel Nor Hal Tor Mar Sal Ver Kast Lund Bren Gar Oster Wex Pell Dur Fen Hart Jor Kel Lin'.split(' ')
const ENDS = 'mora vik den via low mont field ster by gard holm ton ley ford wick stad berg ness worth dale'.split(' ')
const TRADES = 'Motors Steel Airways Energy Foods Bank Media Textiles Shipping Pharma'.split(' ')
const VERBS = 'rejected welcomed delayed approved criticised defended'.split(' ')
const THINGS =
  'the plan for a new harbour|a rise in fares|the sale of the old mill|a vote on the budget|the closure of two schools|a ban on night flights'.split(
    '|',
  )
const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ')

/** Articles of 200 to 900 words each, about `size` UTF-16 units together. */
export function makeNews(size: number): string[] {
  const pick = picker(20_200_717)
  const articles: string[] = []
  for (let length = 0; length < size;) {
    const article = makeArticle(pick)
    articles.push(article)
    length += article.length
  }
  return articles
}

type Pick = <T>(list: readonly T[]) => T

/** A linear congruential generator: made-up news must not change between runs. */
function picker(seed: number): Pick {
  let state = seed
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return list[Math.floor((state / 2 ** 32) * list.length)]!
  }
}

function makeArticle(pick: Pick): string {
  const place = pick(STEMS) + pick(ENDS)
  const other = pick(STEMS) + pick(ENDS)
  const surname = pick(STEMS) + pick(ENDS)
  const person = `${pick(FIRST)} ${surname}`
  const critic = `${pick(FIRST)} ${pick(STEMS)}${pick(ENDS)}`
  const company = `${pick(STEMS)}${pick(ENDS)} ${pick(TRADES)}`
  const sentences = [
    () =>
      `The council of ${place} ${pick(VERBS)} ${pick(THINGS)} on ${pick(DAYS)} after a debate that lasted ${pick(['two', 'three', 'five'])} hours.`,
    () =>
      `“We have waited for ${pick(['nine', 'ten', 'twelve'])} years,” ${surname} told reporters outside the town hall.`,
    () =>
      `${company} said that it would spend $${pick(['1.2', '3.4', '40', '75'])} million on a site near ${other}, where ${pick(['200', '350', '1,100'])} people work.`,
    () =>
      `Shares in the company ${pick(['rose', 'fell'])} ${pick(['1.1', '2.9', '0.4'])}% in ${pick(['London', 'Oslo', 'New York'])}, while the wider market was little changed.`,
    () =>
      `Critics such as ${critic}, who leads a group of residents, want a vote before the end of ${pick(['March', 'June', 'the year'])}.`,
    () =>
      'Nobody at the ministry was available for comment, and a spokeswoman for the U.S. embassy declined to say more.',
    () =>
      `The dispute began in ${pick(['2016', '2018', '2021'])}, when ${company} bought the land from the state for less than experts thought it was worth.`,
  ]
  const paragraphs = [
    `${surname} ${pick(VERBS)} ${pick(THINGS)} in ${place}`,
    `${place.toUpperCase()} — ${person}, the mayor of ${place}, ${pick(VERBS)} ${pick(THINGS)} on ${pick(DAYS)}.`,
  ]
  const count = 5 + pick([0, 3, 6, 9, 12])
  for (let index = 0; index < count; index++)
    paragraphs.push(
      [0, 1, 2]
        .slice(0, pick([1, 2, 3]))
        .map(() => pick(sentences)())
        .join(' '),
    )
  return paragraphs.join('\n\n')
}
