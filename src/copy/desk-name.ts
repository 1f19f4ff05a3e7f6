/** The desk's names: how a name is written, what else means the same, and what it must not be called. */

/** What a name of the desk's names file names. */
export type DeskNameKind = 'person' | 'organisation' | 'place' | 'product' | 'work'

/** One name of the desk's names file: how it is written, what else means the same, and what it must not be called. */
export interface DeskName {
  /** The form that the desk writes. */
  readonly name: string
  readonly kind?: DeskNameKind
  /** Other forms that mean the same and are fine. */
  readonly aliases?: readonly string[]
  /** Forms that the desk never prints: known misspellings, old names. Each is to become `name`. */
  readonly forbidden?: readonly string[]
  /** Why, for the writer: “renamed in 2021”. */
  readonly note?: string
}

/** What a desk's name may name. */
export const DESK_NAME_KINDS: readonly DeskNameKind[] = ['person', 'organisation', 'place', 'product', 'work']
