/** A rule's cases as data: for authors who would rather not write a page of Markdown. */
import { COPY_KINDS, type CalendarDay, type CopyKind, type DeskName } from '#copy'
import { aDay, deskName, strings } from '../check/config/check-options.ts'
import { anObject, aString, expectation, listOf, objectWith, oneOf, refuseWrong } from '../options/expectations.ts'
import { exampleOf, readExamples, type Example, type ExampleLanguage } from './examples.ts'

/** What the copy of a case is; one of them. */
type CaseCopy =
  /** A stretch of body copy. */
  | { readonly copy: string }
  /** A whole plain-text story. */
  | { readonly draft: string }
  | { readonly markdown: string }
  | { readonly html: string }

/** One case of a rule: copy in which `[[…]]` marks what is found, or copy without marks that is left in peace. */
export type RuleCase = CaseCopy & {
  /**
   * What is said of each mark, in their order: “error: message”, or the message alone; beneath it, or not at all, a line
   * “- title (grade)” for each edit that is offered.
   */
  readonly messages?: readonly string[] | undefined
  readonly date?: CalendarDay | undefined
  readonly names?: readonly DeskName[] | undefined
  readonly kind?: CopyKind | undefined
  /** The rule's options. */
  readonly options?: Readonly<Record<string, unknown>> | undefined
  /** Why the case holds as it stands only, and not in other quotes, spaces, line ends and markup. */
  readonly noVariants?: string | undefined
  /** What the rule doesn't find yet, or finds though it shouldn't; the case fails once that has changed. */
  readonly isKnownMiss?: boolean | undefined
}

const LANGUAGES: readonly ExampleLanguage[] = ['copy', 'draft', 'markdown', 'html']

const aCase = objectWith("a case, as {copy: 'It was [[teh]] best.', messages: ['…']}", {
  ...Object.fromEntries(LANGUAGES.map((language) => [language, aString])),
  messages: strings,
  date: aDay,
  names: listOf("a list of names, as [{name: 'Norvik'}]", deskName),
  kind: oneOf(COPY_KINDS),
  options: anObject,
  noVariants: aString,
  isKnownMiss: expectation('true or false', (value) => typeof value === 'boolean'),
})
const someCases = listOf('cases, as Markdown or a list', aCase)

/**
 * The cases as examples.
 * @param cases Markdown with the sections “Flagged”, “Allowed” and “Known misses”, or a list.
 * @throws {TypeError} for a case that is none.
 * @throws {PageError} where a page can't be understood.
 */
export function examplesOf(cases: string | readonly RuleCase[]): readonly Example[] {
  if (typeof cases === 'string') return readExamples(cases)
  refuseWrong('testRule', 'cases', cases, someCases)
  return cases.map((one, index) => {
    try {
      return exampleOfCase(one, index)
    } catch (error) {
      throw new TypeError(`testRule: “cases[${index}]”: ${(error as Error).message}`, { cause: error })
    }
  })
}

function exampleOfCase(one: RuleCase, index: number): Example {
  const given = LANGUAGES.filter((language) => language in one)
  const [language] = given
  if (language === undefined || given.length > 1) throw new Error(`a case has one of ${LANGUAGES.join(', ')}`)
  const { messages = [], date, names, kind, options = {}, noVariants, isKnownMiss = false } = one
  const marked = (one as Readonly<Record<ExampleLanguage, string>>)[language]
  const isFlagged = messages.length > 0 || /\[\[/.test(marked.replaceAll('\\[[', ''))
  return exampleOf(isKnownMiss ? 'Known misses' : isFlagged ? 'Flagged' : 'Allowed', {
    marked,
    messages,
    language,
    line: index + 1,
    date,
    names,
    kind,
    options,
    noVariants,
  })
}
