/** Walks the path that docs/ci.md describes, as a new user would, with the command as it is shipped. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from './bundled-command.ts'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

const PAGE = readFileSync(fileURLToPath(new URL('../../docs/ci.md', import.meta.url)), 'utf8')
const command = bundledCommand()

/** The shell blocks of the page, in order. */
const blocks = [...PAGE.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block]) => block!)

const TOWNS = ['Ashford', 'Bromley', 'Carrick', 'Dunmore', 'Elstow']

/** Two hundred articles, some of which have their faults already. */
function archive(): GitCheckout {
  return gitCheckout(Object.fromEntries(Array.from({ length: 200 }, (_, index) => {
    const fault = index % 10 === 0 ? 'It will open in the the spring.' : 'It will open in the spring.'
    return [`articles/story-${index}.md`, `---\ntitle: ${TOWNS[index % 5]} library to open on street ${index}\n---\n\nThe council of ${TOWNS[index % 5]} said on Monday that a library would open on street ${index}. ${fault}\n\nWork on the building began two years ago.\n`]
  })))
}

/** Runs lines of shell in which `npx copydesk` is the bundle. */
function shell(cwd: string, lines: string): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const script = `npx() { shift; "${process.execPath}" "${command.path}" "$@"; }\n${lines}`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd, encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'Ann', GIT_COMMITTER_EMAIL: 'a@example.org' },
  })
  return { code: status, stdout, stderr }
}

describe.skipIf(process.platform === 'win32' || spawnSync('git', ['--version']).status !== 0)('the path in docs/ci.md', { timeout: 60_000 }, () => {
  test('leads to one finding after one bad edit', () => {
    const { root, write, git } = archive()
    const steps = blocks[0]!.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(steps).toHaveLength(5)
    for (const step of steps) expect({ step, ...shell(root, step) }).toMatchObject({ step, code: 0 })
    expect(readFileSync(`${root}/copydesk-baseline.json`, 'utf8').match(/"rule": "repeated-word"/g)).toHaveLength(20)
    git('checkout', '--quiet', '-b', 'edit')
    const draft = readFileSync(`${root}/articles/story-40.md`, 'utf8')
    write('articles/story-40.md', draft.replace('Work on the building', 'Nobody knows who has has paid for it.\n\nWork on the building'))
    for (const step of [steps[3]!, steps[4]!]) {
      const { code, stdout } = shell(root, `${step} --format compact --fail-on info`)
      expect({ step, code, lines: stdout.split('\n') }).toEqual({
        step, code: 1, lines: [expect.stringMatching(/^articles\/story-40\.md:7:18: \w+ repeated-word: /) as string, ''],
      })
    }
  })

  test('has a hook that keeps a bad edit from being committed, and lets a good one pass', () => {
    const { root, write, git, path } = archive()
    write('.git/hooks/pre-commit', blocks.at(-1)!.replace('exec npx copydesk', `exec "${process.execPath}" "${command.path}" --fail-on info`))
    chmodSync(path('.git/hooks/pre-commit'), 0o755)
    write('articles/new.md', 'The mayor said that that bridge would would close.\n')
    git('add', 'articles/new.md')
    expect(shell(root, 'git commit -m Bridge')).toMatchObject({ code: 1 })
    // The old fault of another file is no obstacle, and neither is what isn't staged.
    write('articles/story-10.md', `${readFileSync(path('articles/story-10.md'), 'utf8')}\nIt is quiet there.\n`)
    expect(shell(root, 'git reset -q && git commit -am Quiet')).toMatchObject({ code: 0 })
    expect(execFileSync('git', ['log', '-1', '--format=%s'], { cwd: root, encoding: 'utf8' })).toBe('Quiet\n')
  })
})
