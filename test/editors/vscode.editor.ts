/**
 * The scenario in real VS Code, the packed extension in it: a workspace that isn't trusted, a quick fix, a config, a
 * draft without a file.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { missingForPackage, packageVscode } from '../../scripts/editors/vscode-package.ts'
import type { EditorTest } from './editor-test.ts'
import expected from './scenario/expected.json' with { type: 'json' }
import { CodeServer, missingForVscode, Workbench, type Problem } from './vscode-workbench.ts'

const DRAFT = fileURLToPath(new URL('scenario/draft.txt', import.meta.url))

export default {
  name: 'VS Code',
  needs: () => missingForVscode() ?? missingForPackage(),
  run,
} satisfies EditorTest

async function run(): Promise<readonly string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-vscode-')))
  try {
    const extension = await packageVscode(join(folder, 'package'))
    await using server = await CodeServer.start(join(folder, 'home'), extension, {
      'security.workspace.trust.startupPrompt': 'never',
    })
    const draft = new Draft(join(folder, 'drafts'))
    await using workbench = await Workbench.open(server, draft.folder)
    const steps = [tryUntrusted, tryQuickFix, tryConfig, tryUntitled]
    const problems: string[] = []
    await workbench.openFile('draft.txt')
    for (const step of steps) problems.push(...(await step(workbench, draft)))
    return problems
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * The folder that is opened: the draft of the scenario, in a stranger's workspace that would like to choose a config
 * and a program.
 */
class Draft {
  readonly folder: string
  readonly path: string
  readonly #settings: string
  readonly #trace: string

  constructor(folder: string) {
    this.folder = folder
    this.path = join(folder, 'draft.txt')
    this.#settings = join(folder, '.vscode/settings.json')
    this.#trace = join(folder, 'was-run')
    mkdirSync(join(folder, '.vscode'), { recursive: true })
    cpSync(DRAFT, this.path)
    const program = join(folder, 'program.sh')
    writeFileSync(program, `#!/bin/sh\ntouch '${this.#trace}'\n`)
    chmodSync(program, 0o755)
    writeFileSync(join(folder, 'other.yml'), 'rules:\n  repeated-word: off\n  self-reference: off\n')
    writeFileSync(this.#settings, JSON.stringify({ 'copydesk.config': 'other.yml', 'copydesk.server.path': program }))
  }

  get text(): string {
    return readFileSync(this.path, 'utf8')
  }

  /** Whether the stranger's program was run. */
  get wasRun(): boolean {
    return existsSync(this.#trace)
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text)
  }

  removeSettings(): void {
    rmSync(this.#settings)
  }
}

async function tryUntrusted(workbench: Workbench, draft: Draft): Promise<readonly string[]> {
  const all = await workbench.problems(expected.findings.length)
  const problems = [
    ...unlike(
      'without trust, all is found, the workspace’s config or not',
      all.map(placeOf),
      expected.findings.map(({ rule, line, start }) => `${rule} ${line + 1}:${start + 1}`),
    ),
    ...((await workbench.sees('.statusbar-item', `${expected.findings.length} must-fix`))
      ? []
      : ['the verdict isn’t in the status bar']),
  ]
  await workbench.run('Workspaces: Manage Workspace Trust')
  await workbench.page.locator('.workspace-trust-editor .monaco-button').getByText('Trust', { exact: true }).click()
  const trusted = await workbench.problems(expected.findings.length - 2)
  problems.push(
    ...unlike(
      'with trust, the workspace’s config counts',
      rulesOf(trusted),
      expected.findings.map(({ rule }) => rule).filter((rule) => !['repeated-word', 'self-reference'].includes(rule)),
    ),
  )
  draft.removeSettings()
  problems.push(
    ...unlike(
      'without the setting, all is found',
      rulesOf(await workbench.problems(expected.findings.length)),
      expected.findings.map(({ rule }) => rule),
    ),
  )
  if (draft.wasRun) problems.push('a program that the workspace names was run')
  return problems
}

async function tryQuickFix(workbench: Workbench, draft: Draft): Promise<readonly string[]> {
  const { rule, title, before, after } = expected.quickFix
  const text = draft.text
  await workbench.goTo(rule)
  const offered = await workbench.openFixes()
  if (!offered.includes(title)) return [`the lightbulb offers ${JSON.stringify(offered)}, not “${title}”`]
  await workbench.takeFix(title)
  const left = await workbench.problems(expected.findings.length - 1)
  await workbench.run('File: Save')
  const wanted = text.replace(before, after)
  for (let tries = 0; tries < 100 && draft.text !== wanted; tries++) await wait(200)
  return [
    ...unlike(
      'after the quick fix',
      rulesOf(left),
      expected.findings.map((finding) => finding.rule).filter((one) => one !== rule),
    ),
    ...unlike('the saved file', [JSON.stringify(draft.text)], [JSON.stringify(wanted)]),
  ]
}

async function tryConfig(workbench: Workbench, draft: Draft): Promise<readonly string[]> {
  draft.write('copydesk.yml', expected.config)
  const left = await workbench.problems(expected.afterQuickFixAndConfig.length)
  const problems = unlike('after the config is written', rulesOf(left), expected.afterQuickFixAndConfig)
  await workbench.run('Copydesk: Restart')
  await workbench.problems(0, 5000)
  return [
    ...problems,
    ...unlike(
      'after a restart',
      rulesOf(await workbench.problems(expected.afterQuickFixAndConfig.length)),
      expected.afterQuickFixAndConfig,
    ),
  ]
}

async function tryUntitled(workbench: Workbench): Promise<readonly string[]> {
  await workbench.run('File: New Untitled Text File')
  await workbench.page.locator('.tab.active[data-resource-name="Untitled-1"]').waitFor()
  await workbench.page.keyboard.insertText('🚢 The board said that most of of the ferries may sail.')
  const count = expected.afterQuickFixAndConfig.length + 1
  const found = (await workbench.problems(count)).filter(({ rule }) => rule === 'repeated-word')
  const problems = [...unlike('in a draft without a file', found.map(placeOf), ['repeated-word 1:29'])]
  await workbench.page.locator('.monaco-editor .view-line').first().click()
  await workbench.run('Copydesk: Make all safe edits')
  const isEdited = await workbench.sees('.view-line', 'most of the ferries')
  return isEdited ? problems : [...problems, '“Make all safe edits” edits nothing']
}

function rulesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ rule }) => rule)
}

function placeOf({ rule, line, column }: Problem): string {
  return `${rule} ${line}:${column}`
}

/** What is to be told where two lists differ. The list of problems is sorted by level first, so order says nothing. */
function unlike(where: string, is: readonly string[], wanted: readonly string[]): readonly string[] {
  const [one, other] = [is.toSorted().join(', '), wanted.toSorted().join(', ')]
  return one === other ? [] : [`${where}: ${one || 'nothing'}; it should be ${other || 'nothing'}`]
}
