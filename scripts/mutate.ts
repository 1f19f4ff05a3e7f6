/**
 * Puts the tests to the test: Stryker changes the code, a spot at a time, and what no test notices is listed. `npm run
 * mutate` takes all that scripts/mutate/targets.ts names, `npm run mutate -- fix suppress` these two.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from './input-error.ts'
import { scoreOf, type MutationReport } from './mutate/survivors.ts'
import { MUTATION_TARGETS, type MutationTarget } from './mutate/targets.ts'
import { runScript } from './run-script.ts'

// Installed into the copy alone, so that nobody else waits for its 160 packages; version 10 wants Node 22.
const STRYKER = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1']
const REPORT = 'mutation.json'
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist'])

await runScript('mutate', import.meta.url, async (argv, { root, say, remark }) => {
  const unknown = argv.find((name) => !MUTATION_TARGETS.some((target) => target.name === name))
  if (unknown !== undefined) {
    const names = MUTATION_TARGETS.map(({ name }) => name).join(', ')
    throw new InputError(`there is no target “${unknown}”; there are ${names}`)
  }
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-mutants-')))
  try {
    await copyProject(root, folder)
    for (const target of MUTATION_TARGETS) {
      if (argv.length > 0 && !argv.includes(target.name)) continue
      remark(`mutate: ${target.name} …\n`)
      const { noticed, all, survivors } = scoreOf(await mutate(target, folder))
      const score = noticed / all
      say(`${target.name}: ${noticed} of ${all} mutants noticed (${(100 * score).toFixed(1)} %)\n`)
      say(survivors.map((line) => `  ${line}\n`).join(''))
      if (score >= target.bar) continue
      say(`  too few: at least ${(100 * target.bar).toFixed(0)} % should be\n`)
      process.exitCode = 1
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Copies the project as it stands, with its packages, and adds Stryker. */
async function copyProject(root: string, folder: string): Promise<void> {
  const isWanted = (path: string): boolean =>
    !LEFT_OUT.has(path.slice(root.length).split(/[\\/]/).findLast(Boolean) ?? '')
  cpSync(root, folder, { recursive: true, filter: isWanted })
  cpSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
  })
  const flags = ['--no-save', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund']
  await finished('npm', ['install', ...flags, ...STRYKER], folder)
}

/** Runs Stryker on a target. */
async function mutate(target: MutationTarget, folder: string): Promise<MutationReport> {
  writeFileSync(join(folder, 'vitest.mutate.config.ts'), vitestConfig(target))
  writeFileSync(join(folder, 'stryker.config.json'), JSON.stringify(strykerConfig(target)))
  rmSync(join(folder, REPORT), { force: true })
  await finished('npx', ['--no-install', 'stryker', 'run'], folder)
  return JSON.parse(readFileSync(join(folder, REPORT), 'utf8')) as MutationReport
}

function vitestConfig({ tests, rule }: MutationTarget): string {
  // A mutant is run on few runs of a property, for it is run thousands of times.
  const env = { RUNS: '10', ...(rule === undefined ? {} : { RULE: rule }) }
  const test = {
    include: tests,
    env,
    setupFiles: 'test/fixed-seeds.ts',
    globalSetup: 'test/cli/command-folder.ts',
    testTimeout: 600_000,
  }
  const ssr = { resolve: { conditions: ['copydesk-source', 'node', 'import', 'default'] } }
  return `export default ${JSON.stringify({ ssr, test })}\n`
}

function strykerConfig({ mutate }: MutationTarget): object {
  return {
    mutate,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutate.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // Stryker asks the compiler for its configuration in a way that TypeScript 7 doesn’t know; vitest needs none.
    checkers: [],
    tsconfigFile: 'none.json',
    reporters: ['json'],
    jsonReporter: { fileName: REPORT },
    // On a busy machine a run takes many times what it takes at first; only one without end shall be taken for one.
    timeoutFactor: 4,
    timeoutMS: 30_000,
    concurrency: availableParallelism(),
  }
}

/** Waits until a command has ended; what it says is told only where it fails. */
function finished(command: string, argv: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new InputError(`${command} ${argv[0]!} failed: ${said.trim().split('\n').slice(-10).join(' | ')}`))
    })
  })
}
