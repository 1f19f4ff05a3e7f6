/** Reads the info string of an example's fence: ```` ```draft date=2020-07-18 options={"words":["TK"]} ````. */
import { COPY_KINDS, type CalendarDay, type CopyKind, type DeskName } from '#copy'

/** What an info string says of its example. */
export interface FenceInfo {
  readonly language: string
  readonly date: CalendarDay | undefined
  readonly names: readonly DeskName[] | undefined
  readonly kind: CopyKind | undefined
  readonly options: Readonly<Record<string, unknown>>
  readonly noVariants: string | undefined
}

const ATTRIBUTES: ReadonlySet<string> = new Set(['date', 'names', 'kind', 'options', 'no-variants'])

/**
 * Reads an info string: the language, then `date=YYYY-MM-DD`, `options={…}` and `names=[…]` as JSON (a name is a text
 * or `{"name":…,"aliases":[…]}`), `kind=sport`, and `no-variants="why"`.
 * @throws {Error} for anything else.
 */
export function readFenceInfo(info: string): FenceInfo {
  const [, language = '', rest = ''] = /^\s*(\S*)\s*(.*)$/s.exec(info)!
  const given = readAttributes(rest.trimEnd())
  const noVariants = given.get('no-variants')
  if (noVariants !== undefined && (typeof noVariants !== 'string' || noVariants === '')) {
    throw new Error('no-variants takes its reason in quotes: no-variants="the case is about straight quotes"')
  }
  const options = given.get('options') ?? {}
  if (typeof options !== 'object' || Array.isArray(options))
    throw new Error('options takes a JSON object: options={"words":["TK"]}')
  return {
    language,
    date: given.has('date') ? readDate(given.get('date')) : undefined,
    names: given.has('names') ? readNames(given.get('names')) : undefined,
    kind: given.has('kind') ? readKind(given.get('kind')) : undefined,
    options: options as Record<string, unknown>,
    noVariants,
  }
}

function readAttributes(text: string): Map<string, unknown> {
  const attributes = new Map<string, unknown>()
  let rest = text
  while (rest !== '') {
    const [head, key] = /^([a-z-]+)=/.exec(rest) ?? []
    if (head === undefined || key === undefined || !ATTRIBUTES.has(key)) {
      throw new Error(`“${rest}” is not understood; known are ${[...ATTRIBUTES].map((name) => `${name}=`).join(', ')}`)
    }
    if (attributes.has(key)) throw new Error(`${key} is given twice`)
    const { value, end } = readValue(rest, head.length)
    attributes.set(key, value)
    rest = rest.slice(end).trimStart()
  }
  return attributes
}

/** A bare word, or JSON that may hold spaces: the shortest stretch up to a space that can be read. */
function readValue(text: string, start: number): { value: unknown; end: number } {
  if (!/["[{]/.test(text[start] ?? '')) {
    const end = text.indexOf(' ', start)
    return { value: text.slice(start, end < 0 ? text.length : end), end: end < 0 ? text.length : end }
  }
  for (let end = start; end < text.length;) {
    const space = text.indexOf(' ', end + 1)
    end = space < 0 ? text.length : space
    try {
      return { value: JSON.parse(text.slice(start, end)) as unknown, end }
    } catch {
      // Not whole yet: the value goes on behind this space.
    }
  }
  throw new Error(`“${text.slice(start)}” is not JSON`)
}

function readDate(value: unknown): CalendarDay {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) ?? []
  if (day === undefined) throw new Error(`date=${String(value)} is not of the form date=2020-07-18`)
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function readKind(value: unknown): CopyKind {
  const kind = COPY_KINDS.find((known) => known === value)
  if (!kind) throw new Error(`kind=${String(value)} is none of ${COPY_KINDS.join(', ')}`)
  return kind
}

function readNames(value: unknown): readonly DeskName[] {
  if (!Array.isArray(value)) throw new Error('names takes a JSON list: names=["Xiaomi"]')
  return value.map((name: unknown) => (typeof name === 'string' ? { name } : (name as DeskName)))
}
