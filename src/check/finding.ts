/** A finding as it leaves the checker: in the coordinates of the source, ready for every report. */
import type { Grade, Kind, Severity } from '#rule'
import type { Point, SourceEdit } from '#text'

/** A stretch of the source with a few words about it. */
export interface FindingNote {
  readonly message: string
  /** The field that it stands in (`headline`, `captions[0]`), where a story was checked in fields; places count in it. */
  readonly field?: string
  readonly start: Point
  readonly end: Point
  /**
   * Set where a notice is about something else than a stretch that was passed over: what suppresses findings; copy that
   * was not read, so that the source can't pass as sound (the message is then the predicate of a sentence about the
   * source); a source without text.
   */
  readonly about?: 'suppression' | 'unread' | 'empty'
}

/** An edit of the source, or of the field that it names where a story was checked in fields. */
export interface FindingEdit extends SourceEdit {
  readonly field?: string
}

/** What the writer could do, as edits of the source. */
export interface FindingSuggestion {
  readonly title: string
  readonly grade: Grade
  readonly edits: readonly FindingEdit[]
}

/** One finding. Lines and columns count from 1, offsets from 0, in UTF-16 units of the source. */
export interface Finding {
  readonly rule: string
  /** What the rule is called before people: “A word twice”; its id where it has no other name. */
  readonly title: string
  readonly kind: Kind
  readonly severity: Severity
  readonly message: string
  /** The field that it stands in, where a story was checked in fields; places count in it. */
  readonly field?: string
  readonly start: Point
  readonly end: Point
  /** The writer's words, without markup. */
  readonly quote: string
  readonly related: readonly FindingNote[]
  readonly suggestions: readonly FindingSuggestion[]
  /** Names the finding without its line: rule, words, four words on either side, and its ordinal among equals. */
  readonly fingerprint: string
  /** What an older Copydesk called it, where that was something else: baselines written then still know it. */
  readonly formerFingerprint?: string
  /** The rule's page, as a path in the package; empty for a plugin of the caller's. */
  readonly url: string
}
