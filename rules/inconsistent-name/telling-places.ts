/** Which places of a form show how the desk writes the name, where another form differs from it. */
import { around, wordSet, type Around, type Story } from '#rule'
import type { Difference } from './difference.ts'
import data from './names.generated.ts'
import { isOfOrdinaryWords } from './ordinary-words.ts'
import type { WrittenForm, FormPlace } from './places.ts'

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
export function tellingPlaces(
  story: Story,
  form: WrittenForm,
  difference: Difference,
  rival?: WrittenForm,
): readonly FormPlace[] {
  const { text } = form
  if (KEPT.has(text))
    return form.places.filter((place) => !/^ (?:(?:and|&) )?\p{Lu}/u.test(around(story, place).behind()))
  if (difference === 'dots') {
    const isNation = /^U\.? ?S\.?$/.test(text)
    return form.places.filter((place) => !(isNation ? isOfficial : isCurrency)(around(story, place)))
  }
  if (difference === 'case') {
    return form.places.filter((place) => {
      const near = around(story, place)
      return !(
        place.heading
        || (text === text.toUpperCase() && (isAmongCapitals(near) || isDesignation(near)))
        || explainsInitials(near, text)
        || isInTitle(story, text, near)
      )
    })
  }
  // “Calle José Salden”, “José Salden Avenue”: a street has its sign's spelling.
  if (difference === 'accents') return form.places.filter((place) => !isInAddress(around(story, place)))
  if (difference === 'separators' && isInstitutions(story, form, rival)) return []
  const rivals = rival?.places ?? []
  if (
    difference === 'separators'
    && text.includes('-')
    && form.places.length <= rivals.length
    && isOfOrdinaryWords(story.facts, text)
  ) {
    // “White-House officials” beside “the White House”; beside “White House officials” it is the same, written two
    // ways.
    const nouns = new Set(rivals.map((place) => nounBehind(around(story, place))))
    return form.places.filter((place) => {
      const noun = nounBehind(around(story, place))
      return noun === undefined || (/^\p{Ll}/u.test(noun) && nouns.has(noun))
    })
  }
  return form.places
}

/** Whether a form stands only in the name of something that the other one isn’t a part of. */
function isInstitutions(story: Story, { places }: WrittenForm, rival: WrittenForm | undefined): boolean {
  const institutionAt = (place: FormPlace): string | undefined => INSTITUTION.exec(around(story, place).behind())?.[1]
  const institutions = new Set(places.map(institutionAt))
  return !institutions.has(undefined) && !(rival?.places ?? []).some((place) => institutions.has(institutionAt(place)))
}

/** “US$3 million”, “US Airways”, “U.S. District Court”, “the good old US of A”: as it writes itself. */
function isOfficial(near: Around): boolean {
  // “US-EAST-2”: a code.
  if (/^ of A\b|^-[A-Za-z]+-\d/.test(near.behind()) || isCurrency(near)) return true
  const next = /^ ([A-Z][A-Za-z]+)/.exec(near.behind())?.[1]
  return next !== undefined && OFFICIAL.has(next)
}

/** “HK$40 million”, “US $6.9 billion”. */
function isCurrency(near: Around): boolean {
  return /^ ?[$£€¥]/.test(near.behind()) || near.before(1) === '$'
}

/** “BREAKING: TRUMP WINS”: a word in capitals beside others in capitals. */
function isAmongCapitals(near: Around): boolean {
  return (
    /^[^\p{L}\n]{1,3}\p{Lu}{2,}(?!\p{Ll})/u.test(near.behind(8))
    || /(?<!\p{Ll})\p{Lu}{2,}[^\p{L}\n]{1,3}$/u.test(near.before(8))
  )
}

const STREET_BEFORE =
  /\b(?:Rue|Avenue|Boulevard|Place|Quai|Calle|Avenida|Paseo|Plaza|Camino|Via|Viale|Piazza|Rua|Praça|Avda?|Stra(?:ß|ss)e)\.?(?: [^ ]{1,20}){0,3} (?:[Ll][’'])?$/u
const STREET_BEHIND =
  /^[’'s]{0,2}(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,2} (?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Square|Place|Lane|Drive|Way|Terrace|Crescent|Plaza|Park|Bridge|Station|School|Highway|Parkway|Court)(?![\p{L}])/u

function isInAddress(near: Around): boolean {
  return STREET_BEFORE.test(near.before()) || STREET_BEHIND.test(near.behind())
}

/** “ECMA-262”, “ECMA: …” over what the letters stand for: the name of a standard, and a word that is explained. */
function isDesignation(near: Around): boolean {
  return /^-\d/.test(near.behind()) || (near.behind(1) === ':' && /^\n?$/.test(near.before(1)))
}

// “the UNIX Foundation”: no word before it that belongs to a title.
const TITLE_WORD_BEFORE = /(?<!\p{L})(?!The |An? |In |At |On |For |And )\p{Lu}\p{Ll}+ $/u
const TITLE_WORD_BEHIND = /^ \p{Lu}\p{Ll}+/u

/** “Single UNIX Specification”, “Advanced GIF-Making Techniques”: a title keeps its own capitals. */
function isInTitle({ facts: { wordEvidence } }: Story, form: string, near: Around): boolean {
  const hyphened = /-(\p{Lu}\p{Ll}+)$/u.exec(form)?.[1]
  const mayBeTitled =
    hyphened === undefined ? /^\p{Lu}{3,}$/u.test(form) : wordEvidence.isOrdinary(hyphened.toLowerCase())
  return mayBeTitled && TITLE_WORD_BEHIND.test(near.behind()) && TITLE_WORD_BEFORE.test(near.before())
}

/** “The HArd COre Team (HACT)”, “COmmon BAsis, or COBA”: capitals that show where the letters come from. */
function explainsInitials(near: Around, form: string): boolean {
  const behind = /^[\p{L} ’'-]{0,60}?(?: \(|,? or |, called |, known as )[“"]?(\p{Lu}{2,8})(?!\p{L})/u.exec(
    near.behind(90),
  )?.[1]
  const before =
    /(?<!\p{L})(\p{Lu}{2,8})(?: \(| stands for | is short for |, short for |, or |, for )[“"]?(?:the )?(?:[\p{L}’'-]+ ){0,5}$/u.exec(
      near.before(90),
    )?.[1]
  const initials = behind ?? before
  return initials !== undefined && (form.match(/\p{Lu}/gu) ?? []).every((letter) => initials.includes(letter))
}

/** “officials” in “White-House officials”, where a hyphen joins two words that stand before a third. */
function nounBehind(near: Around): string | undefined {
  const next = /^(?:-| )([\p{L}\d]+)/u.exec(near.behind())?.[1]
  return next === undefined || BEHIND_NOUN.has(next) ? undefined : next
}
