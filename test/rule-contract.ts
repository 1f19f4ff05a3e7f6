/** What every rule keeps to, whatever it finds: its id, its page, its messages and its options. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OptionSchema, Rule, RuleFinding } from '#rule'
import { ruleAlone } from '../src/rule-kit/run-example.ts'
import { pluginsOf } from '../src/check/check-source.ts'
import type { ActiveRule } from '../src/check/config/config.ts'
import { markdownStory, textStory } from './stories.ts'
import { bearsSafe, SAFE_SHARE } from '../scripts/generate/earned.ts'
import type { ProposedEditFigures } from '../scripts/generate/figures.ts'
import { idProblem } from '../scripts/new-rule/rule-id.ts'
import type { RuleFolder } from './rule-folders.ts'
import type { Example } from '../src/rule-kit/examples.ts'
import { CASE_SECTIONS, PAGE_SECTIONS, type RulePage } from './rule-page.ts'

const EXAMPLES_OF_PAGE = 3
const FEWEST_CASES = 3
const MOST_WORDS = 500
const LONGEST_MESSAGE = 140
const LONGEST_TITLE = 40
const LONGEST_RULE = 200

/** What is wrong with a rule's name and metadata, a line a problem. */
export function metadataProblems({ id, folder, rule }: RuleFolder): readonly string[] {
  const problem = idProblem(id)
  const lines = readFileSync(join(folder, 'rule.ts'), 'utf8').trimEnd().split('\n').length
  return [
    ...(rule.id === id ? [] : [`the rule of the folder ${id} calls itself ${rule.id}`]),
    ...(problem === undefined ? [] : [problem]),
    ...(/^[“‘]?\p{Lu}.*[^.]\.$/u.test(rule.summary) && !/[.!?] [A-Z]/.test(rule.summary)
      ? []
      : ['the summary is one sentence, from a capital to a full stop']),
    ...(/^\p{Lu}.*[^.]$/u.test(rule.title) && rule.title.length <= LONGEST_TITLE
      ? []
      : [`the title “${rule.title}” isn’t a few words from a capital, without a stop`]),
    ...(/^\d+\.\d+\.\d+$/.test(rule.since) ? [] : [`since: “${rule.since}” is no version`]),
    ...(rule.kind === 'style' && rule.quotations !== 'skip'
      ? ['a style rule skips quotations: those are somebody else’s words']
      : []),
    ...(lines > LONGEST_RULE ? [`rule.ts has ${lines} lines; aim for 120, and move lists of words beside it`] : []),
    ...Object.entries(rule.options).flatMap(([name, option]) => optionProblems(name, option)),
  ]
}

function optionProblems(name: string, option: OptionSchema): string[] {
  const values = option.type === 'strings' ? option.default : [option.default]
  const choices = 'choices' in option ? option.choices : undefined
  return [
    ...(/^[a-z][a-zA-Z]*$/.test(name) ? [] : [`the option “${name}” isn’t written likeThis`]),
    ...(/^[A-Z].*\.$/.test(option.description) ? [] : [`the option “${name}”: its description is a sentence`]),
    ...values
      .filter((value) => choices !== undefined && !choices.includes(String(value)))
      .map((value) => `the option “${name}”: its default ${String(value)} is none of its choices`),
  ]
}

/** What is wrong with a rule's page, a line a problem. */
export function pageProblems({ id, rule, page }: RuleFolder): readonly string[] {
  const heading = `${rule.title} (${id})`
  const documented = optionsOnPage(page.sections.find(({ name }) => name === 'Options')?.body ?? '')
  const options = Object.keys(rule.options)
  return [
    ...(page.title === heading ? [] : [`the page’s title is “${page.title}”, not “${heading}”`]),
    ...(page.summary === rule.summary
      ? []
      : [`the page’s first paragraph “${page.summary}” is not the rule’s summary “${rule.summary}”`]),
    ...(page.words <= MOST_WORDS ? [] : [`the page has ${page.words} words; one screen takes ${MOST_WORDS}`]),
    ...(page.examples.length === EXAMPLES_OF_PAGE
      ? []
      : [`“Examples” has ${page.examples.length} examples; it takes ${EXAMPLES_OF_PAGE}`]),
    ...options
      .filter((name) => !documented.includes(name))
      .map((name) => `the option \`${name}\` isn’t documented under “Options”`),
    ...documented
      .filter((name) => !options.includes(name))
      .map((name) => `“Options” documents \`${name}\`, which the rule doesn’t have`),
    ...partProblems(page, PAGE_SECTIONS),
  ]
}

/** What is wrong with a rule's cases, a line a problem. */
export function caseProblems({ id, cases }: RuleFolder): readonly string[] {
  const heading = `Cases of ${id}`
  const count = (section: string): number => cases.examples.filter((example) => example.section === section).length
  return [
    ...(cases.title === heading ? [] : [`the title of the cases is “${cases.title}”, not “${heading}”`]),
    ...(['Flagged', 'Allowed'] as const)
      .filter((section) => count(section) < FEWEST_CASES)
      .map((section) => `“${section}” has ${count(section)} examples; it needs ${FEWEST_CASES}`),
    ...partProblems(cases, CASE_SECTIONS),
  ]
}

/** What is wrong with a page's sections and with the messages of its examples. */
function partProblems({ sections, examples }: RulePage, wanted: readonly string[]): readonly string[] {
  const names = sections.map(({ name }) => name)
  return [
    ...(names.join() === wanted.join()
      ? []
      : [`the sections are ${names.join(', ')}; they must be ${wanted.join(', ')}`]),
    ...sections.filter(({ body }) => body.trim() === '').map(({ name }) => `the section “${name}” is empty`),
    ...examples.flatMap(({ line, messages }) =>
      messages.flatMap(({ message }) => messageProblems(message).map((problem) => `line ${line}: ${problem}`)),
    ),
  ]
}

/**
 * The options that a page documents: what stands in backticks at the head of an item, a heading or a row of a table.
 */
function optionsOnPage(body: string): readonly string[] {
  return [...body.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^(?:[-*] |#{3,} |\| ?|)`([^`]+)`/gm)].map(
    ([, name]) => name!,
  )
}

/** What speaks against grading a rule's edits safe: of those that were read, too few are right. */
export function gradeProblems(
  { id }: Pick<RuleFolder, 'id'>,
  edits: ProposedEditFigures | undefined,
): readonly string[] {
  const safe = edits && Object.hasOwn(edits.rules, id) ? edits.rules[id]!.safe : undefined
  if (!safe || bearsSafe(safe)) return []
  return [
    `${safe.right} of ${safe.read} safe edits that were read are right; below ${SAFE_SHARE * 100} % they may be likely at most`,
  ]
}

/** What is wrong with a message's style. */
export function messageProblems(message: string): readonly string[] {
  const ownWords = message.replace(/“[^”]*”/g, '“”')
  return [
    ...(message.length <= LONGEST_MESSAGE
      ? []
      : [`the message has ${message.length} characters, more than ${LONGEST_MESSAGE}: ${message}`]),
    ...(/^\p{Ll}/u.test(message) ? [`the message begins with a small letter: ${message}`] : []),
    ...(/!/.test(ownWords) ? [`the message shouts: ${message}`] : []),
    ...(/\bplease\b/i.test(ownWords) ? [`the message says please: ${message}`] : []),
    ...(/"/.test(ownWords) ? [`the message has straight quotation marks: ${message}`] : []),
    ...(/[.!?…]\s+[“‘]?\p{Lu}|\w\w\.$/u.test(
      ownWords.replace(/\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|No|Inc|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. /gu, ''),
    )
      ? [`the message is not one sentence without a full stop: ${message}`]
      : []),
  ]
}

/** What differs when a rule is asked about its examples again, and about two of them in turn: it must keep no state. */
export function purityProblems({ rule, cases }: RuleFolder): readonly string[] {
  const runs = cases.examples.map((example) => ({ example, alone: JSON.stringify([...findings(rule, example)]) }))
  return runs.flatMap(({ example, alone }, index) => {
    const other = runs[(index + 1) % runs.length]!
    const [first, second] = inTurn(findings(rule, example), findings(rule, other.example))
    return [
      ...(JSON.stringify(first) === alone
        ? []
        : [`line ${example.line}: the findings differ when another story is checked meanwhile`]),
      ...(JSON.stringify(second) === other.alone
        ? []
        : [`line ${other.example.line}: the findings differ when another story is checked meanwhile`]),
    ]
  })
}

function findings(rule: Rule, example: Example): Iterator<RuleFinding> & Iterable<RuleFinding> {
  const [active] = ruleAlone(rule, example) as readonly [ActiveRule]
  const read = example.language === 'copy' || example.language === 'draft' ? textStory : markdownStory
  const story = read(example.text, {
    date: example.date,
    names: example.names,
    kind: example.kind,
    plugins: pluginsOf([active]),
  })
  return rule.run(story, active.options)[Symbol.iterator]() as Iterator<RuleFinding> & Iterable<RuleFinding>
}

/** Takes from two iterators by turns until both are done. */
function inTurn<Value>(one: Iterator<Value>, other: Iterator<Value>): [Value[], Value[]] {
  const taken: [Value[], Value[]] = [[], []]
  for (
    let [first, second] = [one.next(), other.next()];
    !first.done || !second.done;
    [first, second] = [one.next(), other.next()]
  ) {
    if (!first.done) taken[0].push(first.value)
    if (!second.done) taken[1].push(second.value)
  }
  return taken
}
