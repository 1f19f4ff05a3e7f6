/** Countries, what else they are called, and the adjectives that their governments go by. */
import lines from './countries.generated.ts'

/** A country as a name or an adjective tells it. */
export interface CountryForm {
  /** The key of the country's first name: “britain” for “U.K.” and “British”. */
  readonly country: string
  readonly form: 'name' | 'adjective'
}

let countries: ReadonlyMap<string, CountryForm> | undefined

/**
 * The country that a key (a name in lower case, letters alone) names, or whose adjective it is; nothing for other
 * names.
 */
export function countryOfKey(key: string): CountryForm | undefined {
  return (countries ??= readCountries()).get(key)
}

function readCountries(): ReadonlyMap<string, CountryForm> {
  const forms = new Map<string, CountryForm>()
  for (const line of lines.split('\n')) {
    const [names = [], adjectives = []] = line.split(' | ').map((list) => list.split(', ').map(keyOf))
    const country = names[0]!
    for (const adjective of adjectives) forms.set(adjective, { country, form: 'adjective' })
    // “Hong Kong” is both: a name, where nothing behind it makes an adjective of it.
    for (const name of names) forms.set(name, { country, form: 'name' })
  }
  return forms
}

function keyOf(form: string): string {
  return form
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}
