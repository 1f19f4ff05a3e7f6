/** Edits of a source: applied, and two rounds of them made one. Offsets are UTF-16 units. */

/** An edit of the source: the stretch from `start` to `end` (offsets) becomes `text`. */
export interface SourceEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The source with some edits made. They must stand in order and not overlap. */
export function applyEdits(source: string, edits: readonly SourceEdit[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, text } of edits) {
    parts.push(source.slice(from, start), text)
    from = end
  }
  parts.push(source.slice(from))
  return parts.join('')
}

/**
 * Whether an edit can be made without harm: its offsets lie in the source, it cuts no character and no CRLF in two, and
 * its text can be written in every encoding that Copydesk reads.
 */
export function isSound({ start, end, text }: SourceEdit, source: string): boolean {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > source.length)
    return false
  return !cutsPair(source, start) && !cutsPair(source, end) && !/[\p{Cs}\0]/u.test(text)
}

function cutsPair(source: string, at: number): boolean {
  const before = source.charCodeAt(at - 1)
  const after = source.charCodeAt(at)
  return (before === 13 && after === 10) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000)
}

/**
 * The edits that do at once what two rounds do one after the other.
 * @param first Edits of the source.
 * @param second Edits of what the first make of it.
 */
export function composeEdits(
  source: string,
  first: readonly SourceEdit[],
  second: readonly SourceEdit[],
): readonly SourceEdit[] {
  const joined = new EditTape()
  let next = 0
  let at = 0
  /** Hands on `length` units that the second round sees: what it keeps goes to `keep`, what it deletes to `drop`. */
  const see = (length: number, keep: (from: number, to: number) => void, drop: (units: number) => void): void => {
    for (let seen = 0; ;) {
      const edit = second[next]
      if (edit && at >= edit.end) {
        joined.put(edit.text)
        next++
      } else if (seen === length) {
        return
      } else {
        const isKept = !edit || at < edit.start
        const units = Math.min(length - seen, isKept ? (edit ? edit.start - at : Infinity) : edit.end - at)
        if (isKept) keep(seen, seen + units)
        else drop(units)
        seen += units
        at += units
      }
    }
  }
  const seeKept = (units: number): void =>
    see(
      units,
      (from, to) => joined.keep(to - from),
      (dropped) => joined.drop(dropped),
    )
  let from = 0
  for (const { start, end, text } of first) {
    seeKept(start - from)
    joined.drop(end - start)
    see(
      text.length,
      (begin, stop) => joined.put(text.slice(begin, stop)),
      () => undefined,
    )
    from = end
  }
  seeKept(source.length - from)
  return joined.edits
}

/** Writes edits down while it walks along a source. */
class EditTape {
  readonly edits: SourceEdit[] = []
  #at = 0

  keep(units: number): void {
    this.#at += units
  }

  drop(units: number): void {
    if (units === 0) return
    this.#add(this.#at + units, '')
    this.#at += units
  }

  put(text: string): void {
    if (text !== '') this.#add(this.#at, text)
  }

  #add(end: number, text: string): void {
    const last = this.edits.at(-1)
    if (last?.end === this.#at) this.edits[this.edits.length - 1] = { start: last.start, end, text: last.text + text }
    else this.edits.push({ start: this.#at, end, text })
  }
}
