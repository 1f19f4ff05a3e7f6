/** Names a finding so that it is known again after lines have moved. */
import type { Story } from '#story'
import type { Span } from '#text'
import type { Finding } from './finding.ts'

const CONTEXT = 4
const REACH = 200
// Letters and figures of all scripts, roughly: all but ASCII’s signs and the blocks of punctuation and symbols.
const WORD = /[0-9A-Za-z\u00AA-\u1FFF\u2C00-\u2DFF\u3040-\uFFFD]+/g

/** Gives fingerprints out: rule, quoted words, four words on either side, and an ordinal among equals. */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /** The name of a finding by its place. */
  of(story: Story, rule: string, at: Span): string {
    // Not beyond its own paragraph: a new one above or below makes no old finding new.
    const block = story.blockAt(at.start)
    const before = wordsOf(story.text.slice(Math.max(block.start, at.start - REACH), at.start)).slice(-CONTEXT)
    const after = wordsOf(story.text.slice(at.end, Math.min(block.end, at.end + REACH))).slice(0, CONTEXT)
    const identity = [rule, wordsOf(story.slice(at)).join(' '), before.join(' '), after.join(' ')].join('\n')
    return this.#numbered(identity)
  }

  /** The name of a finding by the forms that contradict each other, whichever of them comes first. */
  ofForms(rule: string, forms: readonly string[]): string {
    return this.#numbered([rule, 'forms', ...new Set(forms.toSorted())].join('\n'))
  }

  #numbered(identity: string): string {
    const ordinal = this.#seen.get(identity) ?? 0
    this.#seen.set(identity, ordinal + 1)
    return hashOf(`${identity}\n${ordinal}`)
  }
}

/** The names that a finding is known by: the one that it has, and the one that it had. */
export function namesOf({
  fingerprint,
  formerFingerprint,
}: Pick<Finding, 'fingerprint' | 'formerFingerprint'>): readonly string[] {
  return formerFingerprint === undefined ? [fingerprint] : [fingerprint, formerFingerprint]
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/** FNV-1a over UTF-16 units, twice with different offsets: 64 bits as 16 hexadecimal digits. */
export function hashOf(text: string): string {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ (code + 0x9e37), 0x01000193)
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
