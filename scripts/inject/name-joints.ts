/**
 * Injects names whose parts are joined another way once: “Marlow and Pike”, “Brellan Tarn Velka”, “Norvik dam”, “MiG
 * 21”.
 */
import type { DraftCopy } from './copy.ts'
import type { Replacement } from './kind.ts'
import { changesTo } from './other-forms.ts'

const PAIR = /(?<![\p{L}\p{N}&’'-])(\p{Lu}[\p{L}’'-]+) & (\p{Lu}[\p{L}’'-]*\p{L})(?![\p{L}\p{N}&’'-])/gu

/** “Marlow & Pike” as “Marlow and Pike”; what “and” joins may be two firms, so never the other way round. */
export function ampersand(copy: DraftCopy): readonly Replacement[] {
  return copy
    .matches(PAIR)
    .flatMap(({ index, 0: form, 1: one, 2: other }) => changesTo(copy, index, form, `${one} and ${other}`))
}

/**
 * “GlaxoSmithKline” as “Glaxo Smith Kline”: words of three humps and more. What a programme calls a thing is left: in
 * prose it is spelled out.
 */
export function spelledHumps(copy: DraftCopy): readonly Replacement[] {
  return copy.names.flatMap(({ words, text, start }) =>
    words.length === 1 && /^(?:\p{Lu}\p{Ll}+){3,}$/u.test(text) && !isCode(copy, text)
      ? changesTo(copy, start, text, text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
      : [],
  )
}

/**
 * Whether a word is a programme’s anywhere in a draft: “SetFilePointer()”, “Info.ImageFileName”, “calling
 * DeviceCreate”.
 */
function isCode({ text }: DraftCopy, name: string): boolean {
  return new RegExp(
    `[.:>_]${name}|\\bcalling ${name}|${name}(?:[(_]|[.:>]+\\p{L}| (?:action|function|method|class|field|parameter|API)\\b)`,
    'u',
  ).test(text)
}

const THING =
  /^(?:River|Dam|Bridge|Field|Airport|Valley|Lake|Canal|Island|Mountains|Desert|Stadium|Square|Museum|Castle|Beach|Port|Station|Street|Road|University|Council|Parliament|Police|Group|Club|Party|Agreement|Treaty|Act|Prize|Commission|Court)$/

/**
 * “Norvik Dam” as “Norvik dam”: the word that says what it is. The other place is in prose, too, and of the same thing:
 * a headline in title case writes “Suez Canal” over any “Suez canal”, and the Thames Valley Police serves the Thames
 * valley.
 */
export function smallThing(copy: DraftCopy): readonly Replacement[] {
  return copy.names.flatMap(({ words, text, start, end }) => {
    const last = words.at(-1)!
    if (words.length < 2 || !THING.test(last) || /^ \p{Lu}/u.test(copy.text.slice(end, end + 2))) return []
    const inProse = copy.matches(
      new RegExp(`(?<![\\p{L}\\p{N}-])${text.replace(/\./g, '\\.')}(?![\\p{L}\\p{N}-]| \\p{Lu})`, 'gu'),
    )
    return inProse.length < 2 ? [] : changesTo(copy, start, text, text.slice(0, -last.length) + last.toLowerCase())
  })
}

const NUMBERED = /(?<![\p{L}\p{N}.,$£€#@/_-])(\p{Lu}\p{L}{1,8})-(\d{1,3})(?![\p{L}\p{N}%/_-]|[.,]\d)/gu

/** “MiG-21” as “MiG 21”, “Covid-19” as “Covid 19”, “GPT-5” as “GPT5”. */
export function numbered(copy: DraftCopy): readonly Replacement[] {
  return copy
    .matches(NUMBERED)
    .flatMap(({ index, 0: form, 1: letters, 2: figures }) =>
      changesTo(copy, index, form, `${letters} ${figures}`, `${letters}${figures}`),
    )
}
