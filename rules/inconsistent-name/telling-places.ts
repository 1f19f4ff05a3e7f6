/** Which places of a form show how the desk writes the name, where another form differs from it. */
import { wordSet, type Story } from '#rule'
import type { Difference } from './difference.ts'
import data from './names.generated.ts'
import { isOfOrdinaryWords } from './ordinary-words.ts'
import type { Form, Place } from './places.ts'

const KEPT = wordSet(data.kept)
const BEHIND_NOUN = wordSet(data.behindNoun)
const OFFICIAL = wordSet(data.official)

// “The Tarn-Velka Trust” in the village of Tarn Velka, “Norvik Salden College” in Norvik-Salden County: what was
// founded there has a spelling of its own.
const INSTITUTION =
  /^ (Trust|Foundation|School|College|University|Academy|Hospital|Church|Hall|Arms|Inn|Club|Society|Railway|Line|Gazette|Post|Herald|Courier|Chronicle)(?!\p{L})/u

/**
 * The places of a form that show how the desk writes the name, where it differs so from `rival`; that of a names file
 * needn’t stand in the story.
 */
export function tellingPlaces(story: Story, form: Form, difference: Difference, rival?: Form): readonly Place[] {
  const { text } = form
  if (KEPT.has(text))
    return form.places.filter(({ end }) => !/^ (?:(?:and|&) )?\p{Lu}/u.test(story.text.slice(end, end + 6)))
  if (difference === 'dots') {
    const isNation = /^U\.? ?S\.?$/.test(text)
    return form.places.filter((place) => (isNation ? !isOfficial(story.text, place) : !isCurrency(story.text, place)))
  }
  if (difference === 'case') {
    return form.places.filter(
      (place) =>
        !place.heading
        && !isAmongCapitals(story.text, text, place)
        && !explainsInitials(story.text, place)
        && !isDesignation(story.text, text, place)
        && !isInTitle(story, text, place),
    )
  }
  // “Calle José Salden”, “José Salden Avenue”: a street has its sign's spelling.
  if (difference === 'accents') return form.places.filter((place) => !isInAddress(story.text, place))
  if (difference === 'separators' && isInstitutions(story.text, form, rival)) return []
  const rivals = rival?.places ?? []
  if (
    difference === 'separators'
    && text.includes('-')
    && form.places.length <= rivals.length
    && isOfOrdinaryWords(story.facts, text)
  ) {
    // “White-House officials” beside “the White House”; beside “White House officials” it is the same, written two
    // ways.
    const nouns = new Set(rivals.map(({ end }) => nounBehind(story.text, end)))
    return form.places.filter(({ end }) => {
      const noun = nounBehind(story.text, end)
      return noun === undefined || (/^\p{Ll}/u.test(noun) && nouns.has(noun))
    })
  }
  return form.places
}

/** Whether a form stands only in the name of something that the other one isn’t a part of. */
function isInstitutions(text: string, { places }: Form, rival: Form | undefined): boolean {
  const institutionAt = ({ end }: Place): string | undefined => INSTITUTION.exec(text.slice(end, end + 20))?.[1]
  const institutions = new Set(places.map(institutionAt))
  return !institutions.has(undefined) && !(rival?.places ?? []).some((place) => institutions.has(institutionAt(place)))
}

/** “US$3 million”, “US Airways”, “U.S. District Court”, “the good old US of A”: as it writes itself. */
function isOfficial(text: string, { start, end }: Place): boolean {
  // “US-EAST-2”: a code.
  if (/^ of A\b|^-[A-Za-z]+-\d/.test(text.slice(end, end + 20))) return true
  if (isCurrency(text, { start, end })) return true
  const next = /^ ([A-Z][A-Za-z]+)/.exec(text.slice(end, end + 20))?.[1]
  return next !== undefined && OFFICIAL.has(next)
}

/** “HK$40 million”, “US $6.9 billion”. */
function isCurrency(text: string, { start, end }: Pick<Place, 'start' | 'end'>): boolean {
  return /^ ?[$£€¥]/.test(text.slice(end, end + 2)) || text[start - 1] === '$'
}

/** “BREAKING: TRUMP WINS”: a word in capitals beside others in capitals. */
function isAmongCapitals(text: string, form: string, { start, end }: Place): boolean {
  if (form !== form.toUpperCase()) return false
  return (
    /^[^\p{L}\n]{1,3}\p{Lu}{2,}(?!\p{Ll})/u.test(text.slice(end, end + 8))
    || /(?<!\p{Ll})\p{Lu}{2,}[^\p{L}\n]{1,3}$/u.test(text.slice(Math.max(0, start - 8), start))
  )
}

const STREET_BEFORE =
  /\b(?:Rue|Avenue|Boulevard|Place|Quai|Calle|Avenida|Paseo|Plaza|Camino|Via|Viale|Piazza|Rua|Praça|Avda?|Stra(?:ß|ss)e)\.?(?: [^ ]{1,20}){0,3} (?:[Ll][’'])?$/u
const STREET_BEHIND =
  /^[’'s]{0,2}(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,2} (?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Square|Place|Lane|Drive|Way|Terrace|Crescent|Plaza|Park|Bridge|Station|School|Highway|Parkway|Court)(?![\p{L}])/u

function isInAddress(text: string, { start, end }: Place): boolean {
  return STREET_BEFORE.test(text.slice(Math.max(0, start - 50), start)) || STREET_BEHIND.test(text.slice(end, end + 60))
}

/** “ECMA-262”, “ECMA: …” over what the letters stand for: the name of a standard, and a word that is explained. */
function isDesignation(text: string, form: string, { start, end }: Place): boolean {
  if (form !== form.toUpperCase()) return false
  return /^-\d/.test(text.slice(end, end + 2)) || (text[end] === ':' && (start === 0 || text[start - 1] === '\n'))
}

// “the UNIX Foundation”: no word before it that belongs to a title.
const TITLE_WORD_BEFORE = /(?<!\p{L})(?!The |An? |In |At |On |For |And )\p{Lu}\p{Ll}+ $/u
const TITLE_WORD_BEHIND = /^ \p{Lu}\p{Ll}+/u

/** “Single UNIX Specification”, “Advanced GIF-Making Techniques”: a title keeps its own capitals. */
function isInTitle({ text, facts: { wordEvidence } }: Story, form: string, { start, end }: Place): boolean {
  const hyphened = /-(\p{Lu}\p{Ll}+)$/u.exec(form)?.[1]
  const mayBeTitled =
    hyphened === undefined ? /^\p{Lu}{3,}$/u.test(form) : wordEvidence.isOrdinary(hyphened.toLowerCase())
  return (
    mayBeTitled
    && TITLE_WORD_BEHIND.test(text.slice(end, end + 20))
    && TITLE_WORD_BEFORE.test(text.slice(Math.max(0, start - 24), start))
  )
}

/** “The HArd COre Team (HACT)”, “COmmon BAsis, or COBA”: capitals that show where the letters come from. */
function explainsInitials(text: string, { start, end }: Place): boolean {
  const behind = /^[\p{L} ’'-]{0,60}?(?: \(|,? or |, called |, known as )[“"]?(\p{Lu}{2,8})(?!\p{L})/u.exec(
    text.slice(end, end + 90),
  )?.[1]
  const before =
    /(?<!\p{L})(\p{Lu}{2,8})(?: \(| stands for | is short for |, short for |, or |, for )[“"]?(?:the )?(?:[\p{L}’'-]+ ){0,5}$/u.exec(
      text.slice(Math.max(0, start - 90), start),
    )?.[1]
  const initials = behind ?? before
  return (
    initials !== undefined
    && (text.slice(start, end).match(/\p{Lu}/gu) ?? []).every((letter) => initials.includes(letter))
  )
}

/** “officials” in “White-House officials”, where a hyphen joins two words that stand before a third. */
function nounBehind(text: string, end: number): string | undefined {
  const next = /^(?:-| )([\p{L}\d]+)/u.exec(text.slice(end, end + 20))?.[1]
  return next === undefined || BEHIND_NOUN.has(next) ? undefined : next
}
