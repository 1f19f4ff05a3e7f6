/** What a line must be besides being worded like a shape: a title, a time with its date, a telephone number. */
import { wordSet } from '../../../english/words/word-set.ts'

/** Whether a line has a form that a shape asks for. */
export function hasForm(text: string, form: string | undefined): boolean {
  switch (form) {
    case undefined:
      return true
    case 'title':
      return isTitle(text)
    case 'capitals':
      return !/[a-z]/.test(text)
    // “FILE - In this May 4, 2015 file photo …”, not “In this photo she is nine.”
    case 'caption':
      return /^(?:FILE\b|File (?:photo|image|picture)\b|\w+ [Cc]aption[:,]|Pictured: |Clockwise: )|^In this .{0,40}(?:photo|image|frame|picture)\b.{0,60}\b(?:provided|released|taken|made available|from video)\b/.test(
        text,
      )
    // “Image source, Harbour Press”, not “Image source code”
    case 'image-label':
      return /^\w+ (?:source|caption)(?:[,:]| \p{Lu})/iu.test(text)
    // “Photo: The Queen's white dress is back!”, not “Photo: Lena Okafor” and not a caption.
    case 'photo-title':
      return /[^.]$/.test(text) && text.split(' ').length > 6 && !/[/@©()]| (?:by|via|courtesy) /.test(text)
    case 'label-title':
      return hasForm(text, 'label') && !/[.!,]$|\d/.test(text) && text.split(' ').length > 5
    case 'phrase':
      return !/[.:!?]["”’)]?$/.test(text)
    case 'clock':
      return isClock(text)
    case 'stamped':
      return isStamped(text)
    case 'bracketed':
      return /^\[.*\]\.?$/.test(text)
    case 'telephone':
      return TELEPHONE.test(text)
    case 'double-bracketed':
      return (
        text.startsWith('((')
        && (/\)\)\.?$/.test(text) || /\)\) (?:\(c\)|©) /i.test(text))
        && (TELEPHONE.test(text) || text.includes('@'))
      )
    // “Read: What the welders want”, not “Read: that was the only rule”.
    case 'label':
      return /^[^:|•·»›>→–—/-]*[:|•·»›>→–—/-]+ ?["“‘'(]?[\p{Lu}\p{N}]/u.test(text)
    default:
      throw new Error(`there is no form “${form}”`)
  }
}

/**
 * “-- Ostby bureau, 39-6-555-0172 (c) Norvik Wire Ltd”: what an agency's desk sets under its copy, though a copyright
 * stands behind it.
 */
export const isDeskLine = (text: string): boolean =>
  /^(?:--|–|—|\()/.test(text) && /\(c\) |©/i.test(text) && TELEPHONE.test(text)

const SMALL_WORDS = wordSet('a an and as at by for from in of on or the to with')

/** Most words capitalised, and no full stop unless it is long: “Read More Council Backs Tram Line”. */
function isTitle(text: string): boolean {
  const words = text
    .split(' ')
    .slice(2, 12)
    .filter((word) => /^\p{L}{2}/u.test(word) && !SMALL_WORDS.has(word))
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return capitals > words.length * 0.7 && (words.length > 6 || !/[.!]$/.test(text))
}

/** “Nov. 19, 2019, 9:02 a.m.”; an hour without a year is a diary's: “Saturday, June 3, 7 p.m.” */
function isClock(text: string): boolean {
  // “Ostby Red 2015, 14.5%, 8.99”
  if (/[%$£€]/.test(text)) return false
  const hasYear = /\b(?:19|20)\d\d(?:\b|(?=\d{1,2}:|T\d))|\b\d{1,2}([./-])\d{1,2}\1\d\d\b/.test(text)
  return (
    hasYear
    && (/(?<![\d.:])\d{1,2}[:.]\d\d(?![\d.:/])|\d{1,2}:\d\d:\d\d|20\d{2,4}:\d\d/.test(text)
      || /\d ?[ap]\.?m\b/i.test(text))
  )
}

// Seven figures or more, and what stands between them.
const TELEPHONE = /\d(?:[ ()./-]{0,3}\d){6}/

const STAMP_WORDS = wordSet(`
  a am and at by edited first for from last modified of on p.m a.m pm posted published reported reporting staff st nd rd th the updated
  written
`)
const MOST_NAMES = 9

/**
 * A name or a place with a day, a year and an hour: “Ana Lindqvist - Nov 19, 2019, 10:31 pm CST”. A label with a colon
 * is a diary's: “Kick-off: Saturday, 14 March 2021, 15:00”.
 */
function isStamped(text: string): boolean {
  if (!isClock(text)) return false
  let names = 0
  for (const word of text.match(/[\p{L}][\p{L}.'’]*:?|:/gu) ?? []) {
    const bare = word.replace(/[.:]+$/, '')
    const isStamp = STAMP_WORDS.has(bare.toLowerCase())
    if (word.endsWith(':') && bare !== '' && !isStamp) return false
    if (isStamp || bare === '') continue
    if (!/^\p{Lu}/u.test(bare) || ++names > MOST_NAMES) return false
  }
  return true
}
