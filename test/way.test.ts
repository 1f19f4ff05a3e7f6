/** Holds the picture of a draft's way through the command, in CONTRIBUTING.md, against the code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defineRule } from '#rule'
import { checkout } from './cli/checkout.ts'
import { ROOT } from './rule-folders.ts'
import { withoutComments } from './source-imports.ts'

/** A function of the picture; the first one is the entry, a file that is run. */
interface Step {
  readonly name: string
  readonly file: string
  /** The one that calls it. */
  readonly caller: Step | undefined
}

const STEP = /^([ │├└─]*)(\w+) \(([^)]+)\)/
const MOST_BEFORE_THE_CHECKER = 4

const steps = stepsIn(read('CONTRIBUTING.md'))

/** The steps that a picture draws, each under its caller. */
function stepsIn(page: string): readonly Step[] {
  const [, picture = ''] = /^```\n(copydesk \(src\/bin[\s\S]*?)^```$/m.exec(page) ?? []
  const above: { readonly depth: number; readonly step: Step }[] = []
  return picture
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, { length: depth } = '', name = '', file = ''] = STEP.exec(line) ?? []
      while (above.length > 0 && above.at(-1)!.depth >= depth) above.pop()
      const step = { name, file, caller: above.at(-1)?.step }
      above.push({ depth, step })
      return step
    })
}

/** The steps down to one, the entry left out. */
function wayTo(name: string): readonly string[] {
  const way: string[] = []
  for (let step = steps.find((one) => one.name === name); step?.caller; step = step.caller) way.unshift(step.name)
  return way
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** A function's code; of the entry the whole file. The formatter lets a function of a module end at the margin. */
function codeOf({ name, file, caller }: Step): string | undefined {
  const code = withoutComments(read(file))
  return caller === undefined
    ? code
    : new RegExp(`^(?:export )?(?:async )?function ${name}\\b[\\s\\S]*?^\\}`, 'm').exec(code)?.[0]
}

/** The functions of `src` that are open while a draft is checked, the outermost first. */
async function openFunctions(): Promise<readonly string[]> {
  const { stackTraceLimit } = Error
  onTestFinished(() => void (Error.stackTraceLimit = stackTraceLimit))
  Error.stackTraceLimit = 100
  let stack = ''
  const rule = defineRule({
    id: 'way-watcher',
    title: 'A draft on its way',
    summary: 'Says nothing.',
    kind: 'slip',
    stage: 'stable',
    severity: 'error',
    since: '0.1.0',
    quotations: 'check',
    messages: {},
    check() {
      stack = new Error('here').stack ?? ''
      return []
    },
  })
  const { code } = await checkout({ 'a.txt': 'The council met on Monday.\n' }).run(['a.txt'], { rules: [rule] })
  expect(code).toBe(0)
  return stack
    .split('\n')
    .filter((line) => line.includes(`${ROOT}/src/`))
    .map((line) => /^ +at (?:async )?(?:([\w.]+) \()?/.exec(line)?.[1] ?? 'a function without a name')
    .toReversed()
}

describe('the way of a draft, as CONTRIBUTING draws it', () => {
  it('leads from the entry to the checker, and back to a report', () => {
    expect(steps[0]).toEqual({ name: 'copydesk', file: 'src/bin/copydesk.ts', caller: undefined })
    expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['checkSource', 'writeReport']))
  })

  it.each(steps.slice(1).map((step) => [step.name, step] as const))('has %s, called by the one above', (name, step) => {
    expect(codeOf(step), `${step.file} has no such function`).toBeDefined()
    expect(codeOf(step.caller!)).toMatch(new RegExp(`\\b${name}\\(`))
  })

  it('has no two functions of one name', () => {
    const names = steps.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  it('passes four functions before the checker', () => {
    expect(wayTo('checkSource').length - 1).toBeLessThanOrEqual(MOST_BEFORE_THE_CHECKER)
  })

  it('is the one that a draft goes', async () => {
    const open = await openFunctions()
    const checker = open.indexOf('checkSource') + 1
    expect(open.slice(0, checker)).toEqual(wayTo('checkSource'))
    // Within the checker, too, no function is passed that the picture leaves out, but for what a list is mapped by.
    const named = open.filter((name) => /^[a-z]\w*$/.test(name))
    expect(named).toEqual(wayTo('findIn'))
  })
})
