/** What a rule is: metadata, messages and one pure function from a story to findings. */
import {
  aFunction,
  anObject,
  aString,
  listOf,
  oneOf,
  refuseWrong,
  refuseWrongOptions,
} from '../options/expectations.ts'
import type { AdoptedMessage, AdoptedPlugin } from '../english/parse/adopt.ts'
import { SEVERITIES, type Severity } from './severity.ts'
import type { CopyKind } from '#copy'
import type { Facts, Story } from '#story'
import type { Span } from '#text'

/**
 * What sort of mistake a rule looks for: wrong where it stands · two places disagree · not part of the story · house
 * style.
 */
export type Kind = 'slip' | 'contradiction' | 'leftover' | 'style'

/** How far a suggested edit may be trusted: applied by `--fix` · by `--fix-unsafe` · shown only. */
export type Grade = 'safe' | 'likely' | 'idea'

/** One edit of a suggestion: the span of text becomes `text`. */
export interface Edit {
  readonly at: Span
  readonly text: string
}

/** What the writer could do about a finding. */
export interface Suggestion {
  /** An order to the writer: “Delete the line”. */
  readonly title: string
  readonly grade: Grade
  readonly edits: readonly Edit[]
}

/** Another place that a finding is about. */
export interface RelatedPlace {
  readonly at: Span
  /** What stands there, in a few words. */
  readonly note: string
}

/** What every finding says besides the words of its message. */
export interface FindingPlace {
  readonly at: Span
  /** Left out, the rule's own. */
  readonly severity?: Severity
  readonly related?: readonly RelatedPlace[]
  readonly suggestions?: readonly Suggestion[]
  /**
   * Where two places contradict each other: what each of them says, as “U.S.” and “US”. The finding then goes by these
   * in baselines, whichever comes first in the story.
   */
  readonly between?: readonly string[]
}

/** A finding in the story's coordinates, as a rule yields it. */
export interface RuleFinding extends Required<Omit<FindingPlace, 'between'>>, Pick<FindingPlace, 'between'> {
  readonly messageId: string
  readonly message: string
}

/** An option of a rule: its type, its default and one sentence for the page and the config's schema. */
export type OptionSchema =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | {
      readonly type: 'integer'
      readonly default: number
      readonly minimum?: number
      readonly maximum?: number
      readonly description: string
    }
  | {
      readonly type: 'string'
      readonly default: string
      readonly choices?: readonly string[]
      readonly description: string
    }
  | {
      readonly type: 'strings'
      readonly default: readonly string[]
      readonly choices?: readonly string[]
      readonly description: string
    }

export type OptionSchemas = Readonly<Record<string, OptionSchema>>

/** The values that a rule's check sees. */
export type OptionValues<Schemas extends OptionSchemas> = {
  readonly [Key in keyof Schemas]: Schemas[Key]['type'] extends 'boolean'
    ? boolean
    : Schemas[Key]['type'] extends 'integer'
      ? number
      : Schemas[Key]['type'] extends 'string'
        ? string
        : readonly string[]
}

// Each message takes data of its own; `never` lets any of them in, and `Find` gives each its own type back.
export type Messages = Readonly<Record<string, (data: never) => string>>

/** Makes a finding from the id of one of the rule's messages. */
export type Find<M extends Messages> = <Id extends keyof M & string>(
  id: Id,
  finding: FindingPlace & (Parameters<M[Id]> extends [infer Data] ? Data : unknown),
) => RuleFinding

/** What a rule may ask for besides the story that it checks. */
export type Need = 'sources' | 'otherFiles'

/** What a check was given besides the story. */
export interface Beside {
  /** What the copy was made from: the press release, the agency's report, the last version. */
  readonly sources: readonly Story[]
  /** The other files of the run. */
  readonly otherFiles: readonly Story[]
}

/**
 * All that a rule's check may look at. `sources` and `otherFiles` are there for a rule that says it `needs` them, and empty
 * where the check was given none; asking for them without a word throws.
 */
export interface RuleContext<M extends Messages, Schemas extends OptionSchemas> extends Beside {
  readonly story: Story
  readonly facts: Facts
  readonly options: OptionValues<Schemas>
  /** What the rule's adopted plugin said; empty where it adopts none. */
  readonly adopted: readonly AdoptedMessage[]
  readonly find: Find<M>
}

/** A rule as its author writes it. */
export interface RuleDefinition<M extends Messages, Schemas extends OptionSchemas> {
  /** The folder, the config key and the page; names the problem and reads after “allow …”. */
  readonly id: string
  /** What reports call it before people, in a few words without a stop: “A word twice”. Left out, the id. */
  readonly title?: string
  /** One sentence, equal to the first of the page. */
  readonly summary: string
  readonly kind: Kind
  /** The family that it belongs to; a config sets that like a rule, and the rule's own setting goes before it. */
  readonly family?: string
  /** What it looks at besides the story. */
  readonly needs?: readonly Need[]
  /** A `trial` rule runs only where a config asks for it. */
  readonly stage: 'trial' | 'stable'
  /** The level of a finding that says none. */
  readonly severity: Severity
  /** The preset that switches it on; left out, `default`. Taste belongs in `strict`. */
  readonly preset?: 'default' | 'strict' | 'translationese'
  /** The version that brought it. */
  readonly since: string
  /** What it does about quoted speech and blockquotes: `skip` drops every finding that touches them. */
  readonly quotations: 'check' | 'skip'
  /** The kinds of copy in which it keeps quiet: what it looks for is no mistake there. */
  readonly quietIn?: readonly CopyKind[]
  readonly options?: Schemas
  readonly messages: M
  /** Its page, as a path in the package; left out, `rules/<id>/rule.md`. Empty where it has none. */
  readonly page?: string
  /** A stock retext plugin to run with the parse; its messages come in as `adopted`. */
  readonly adopts?: Omit<AdoptedPlugin, 'id'>
  check(context: RuleContext<M, Schemas>): Iterable<RuleFinding>
}

/** A rule as the checker runs it. */
export interface Rule extends Omit<
  RuleDefinition<Messages, OptionSchemas>,
  'title' | 'options' | 'preset' | 'page' | 'check'
> {
  readonly title: string
  readonly page: string
  readonly options: OptionSchemas
  readonly preset: 'default' | 'strict' | 'translationese'
  /** Finds what the rule finds in a story; a pure function, lazy. */
  run(story: Story, options: OptionValues<OptionSchemas>, beside?: Beside): Iterable<RuleFinding>
}

const DEFINITION = {
  id: aString,
  title: aString,
  summary: aString,
  kind: oneOf(['slip', 'contradiction', 'leftover', 'style']),
  family: aString,
  needs: listOf('a list of sources, otherFiles', oneOf(['sources', 'otherFiles'])),
  stage: oneOf(['trial', 'stable']),
  severity: oneOf(SEVERITIES),
  preset: oneOf(['default', 'strict', 'translationese']),
  since: aString,
  quotations: oneOf(['check', 'skip']),
  quietIn: listOf('a list of kinds of copy', aString),
  options: anObject,
  messages: anObject,
  page: aString,
  adopts: anObject,
  check: aFunction,
} as const
const NEEDED = ['id', 'summary', 'kind', 'stage', 'severity', 'since', 'quotations', 'messages', 'check'] as const

/**
 * Makes a rule from its definition.
 * @throws {TypeError} for a part of it that is missing, unknown or of the wrong kind.
 */
export function defineRule<const M extends Messages, const Schemas extends OptionSchemas = Record<never, never>>(
  definition: RuleDefinition<M, Schemas>,
): Rule {
  refuseWrongOptions('defineRule', definition, DEFINITION)
  for (const part of NEEDED) refuseWrong('defineRule', part, definition[part], DEFINITION[part])
  const {
    check,
    options,
    title = definition.id,
    preset = 'default',
    page = `rules/${definition.id}/rule.md`,
    messages,
    severity: usual,
    ...rest
  } = definition
  const find: Find<M> = (id, finding) => {
    const { at, severity = usual, related = [], suggestions = [], between } = finding
    const render = messages[id] as unknown as (data: object) => string
    return {
      messageId: id,
      message: render(finding),
      at,
      severity,
      related,
      suggestions,
      ...(between ? { between } : {}),
    }
  }
  return {
    ...rest,
    title,
    severity: usual,
    preset,
    page,
    messages: messages as Messages,
    options: options ?? {},
    run: (story, values, beside = NOTHING_BESIDE) =>
      check({
        get sources() {
          return given(definition, 'sources', beside)
        },
        get otherFiles() {
          return given(definition, 'otherFiles', beside)
        },
        story,
        facts: story.facts,
        options: values as unknown as OptionValues<Schemas>,
        adopted: definition.adopts === undefined ? [] : (story.facts.adopted.get(definition.id) ?? []),
        find,
      }),
  }
}

const NOTHING_BESIDE: Beside = { sources: [], otherFiles: [] }

/** What a rule has asked for. @throws {Error} where it has not: nobody would know that it depends on more than the story. */
function given(
  { id, needs = [] }: { readonly id: string; readonly needs?: readonly Need[] },
  need: Need,
  beside: Beside,
): readonly Story[] {
  if (!needs.includes(need)) throw new Error(`rule “${id}” looks at ${need} and doesn’t say so: needs: ['${need}']`)
  return beside[need]
}
