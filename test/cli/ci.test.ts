/**
 * Walks the paths that docs/ci.md and docs/adopt.md describe, as a new user would, with the command as it is shipped.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readArguments } from '../../src/cli/arguments/arguments.ts'
import { readInitArguments } from '../../src/cli/init/init-arguments.ts'
import { bundledCommand } from './bundled-command.ts'
import { gitCheckout, type GitCheckout } from './git-checkout.ts'

const command = bundledCommand()

/** The blocks of a page in one language, in order. */
function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(fileURLToPath(new URL(`../../docs/${page}`, import.meta.url)), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , block]) => block!)
}

const blocks = blocksOf('ci.md', 'sh')

/** The lines of a block that do something. */
function stepsOf(block: string): readonly string[] {
  return block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

/** The lines of the CI recipes that run the command, as a build server's shell would get them. */
function recipeLines(): readonly string[] {
  return blocksOf('ci.md', 'yaml')
    .flatMap((block) => {
      const { jobs, copydesk } = parse(block) as {
        jobs?: { copydesk: { steps: { run?: string }[] } }
        copydesk?: { script: string[] }
      }
      return [...(jobs?.copydesk.steps.map(({ run }) => run ?? '') ?? []), ...(copydesk?.script ?? [])]
    })
    .filter((line) => line.includes('npx --no -- copydesk'))
}

const TOWNS = ['Ashford', 'Bromley', 'Carrick', 'Dunmore', 'Elstow']

/** Two hundred articles, some of which have their faults already. */
function archive(): GitCheckout {
  return gitCheckout({
    'README.md': 'The the repository of the desk.\n',
    ...Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => {
        const fault = index % 10 === 0 ? 'It will open in the the spring.' : 'It will open in the spring.'
        return [
          `articles/story-${index}.md`,
          `---\ntitle: ${TOWNS[index % 5]} library to open on street ${index}\n---\n\nThe council of ${TOWNS[index % 5]} said on Monday that a library would open on street ${index}. ${fault}\n\nWork on the building began two years ago.\n`,
        ]
      }),
    ),
  })
}

/** Runs lines of shell in which `npx --no -- copydesk` is the bundle. */
function shell(
  cwd: string,
  lines: string,
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly stdout: string; readonly stderr: string } {
  const script = `npx() { shift 3; "${process.execPath}" "${command.path}" "$@"; }\n${lines}`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Ann',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'a@example.org',
      ...env,
    },
  })
  return { code: status, stdout, stderr }
}

describe.skipIf(process.platform === 'win32' || spawnSync('git', ['--version']).status !== 0)(
  'the path in docs/ci.md',
  () => {
    test('leads to one finding after one bad edit', () => {
      const { root, write, git } = archive()
      const steps = stepsOf(blocks[0]!)
      expect(steps).toHaveLength(5)
      expect(steps[0]).toBe('npx --no -- copydesk init --baseline')
      for (const step of steps) expect({ step, ...shell(root, step) }).toMatchObject({ step, code: 0 })
      expect(readFileSync(`${root}/copydesk-baseline.json`, 'utf8').match(/"rule": "repeated-word"/g)).toHaveLength(20)
      git('checkout', '--quiet', '-b', 'edit')
      const draft = readFileSync(`${root}/articles/story-40.md`, 'utf8')
      write(
        'articles/story-40.md',
        draft.replace('Work on the building', 'Nobody knows who has has paid for it.\n\nWork on the building'),
      )
      for (const step of [steps[3]!, steps[4]!]) {
        const { code, stdout } = shell(root, `${step} --format compact --fail-on info`)
        expect({ step, code, lines: stdout.split('\n') }).toEqual({
          step,
          code: 1,
          lines: [expect.stringMatching(/^articles\/story-40\.md:7:18: \w+ repeated-word: /) as string, ''],
        })
      }
    })

    test('has recipes for build servers whose lines lead to that finding, too', () => {
      const { root, path, write, git, commit } = archive()
      git('update-ref', 'refs/remotes/origin/main', 'main')
      git('checkout', '--quiet', '-b', 'edit')
      write('articles/new.md', 'The mayor said that that bridge would would close.\n')
      commit()
      const lines = recipeLines()
      expect(lines).toHaveLength(3)
      const reports = lines.map((line) => {
        const { code, stdout, stderr } = shell(root, `reviewdog() { cat; }\n${line}`, {
          BASE: 'main',
          CI_MERGE_REQUEST_DIFF_BASE_SHA: git('rev-parse', 'main').trim(),
        })
        expect({ line, code: code === 2, stderr }).toEqual({ line, code: false, stderr: '' })
        return stdout === '' ? readFileSync(path('gl-code-quality-report.json'), 'utf8') : stdout
      })
      for (const report of reports) expect(report).toContain('articles/new.md')
      expect(reports.slice(0, 2).some((report) => report.includes('story-10'))).toBe(false)
    })

    test('is that of docs/adopt.md', () => {
      const { root } = archive()
      const [install, ...rest] = blocksOf('adopt.md', 'sh').flatMap(stepsOf)
      expect(install).toMatch(/^npm install --save-dev /)
      expect(rest).toHaveLength(4)
      for (const step of rest) expect({ step, ...shell(root, step) }).toMatchObject({ step, code: 0 })
    })

    test('has a hook that keeps a bad edit from being committed, and lets a good one pass', () => {
      const { root, write, git, path } = archive()
      write(
        '.git/hooks/pre-commit',
        blocks
          .at(-1)!
          .replace('exec npx --no -- copydesk', `exec "${process.execPath}" "${command.path}" --fail-on info`),
      )
      chmodSync(path('.git/hooks/pre-commit'), 0o755)
      write('articles/new.md', 'The mayor said that that bridge would would close.\n')
      git('add', 'articles/new.md')
      expect(shell(root, 'git commit -m Bridge')).toMatchObject({ code: 1 })
      // The old fault of another file is no obstacle, and neither is what isn't staged.
      write('articles/story-10.md', `${readFileSync(path('articles/story-10.md'), 'utf8')}\nIt is quiet there.\n`)
      expect(shell(root, 'git reset -q && git commit -am Quiet')).toMatchObject({ code: 0 })
      expect(execFileSync('git', ['log', '-1', '--format=%s'], { cwd: root, encoding: 'utf8' })).toBe('Quiet\n')
    })
  },
)

test.each(['adopt.md', 'ci.md', 'fixing.md', 'known-findings.md', 'reports.md'])(
  'the YAML of docs/%s can be read, and its commands have options that there are',
  (page) => {
    for (const block of blocksOf(page, 'yaml')) expect(() => parse(block) as unknown).not.toThrow()
    const text = readFileSync(fileURLToPath(new URL(`../../docs/${page}`, import.meta.url)), 'utf8')
    for (const [line] of text.matchAll(/\bnpx --no -- copydesk [^\n`|#]*/g)) {
      const [first, ...argv] = line
        .trim()
        .split(/\s+/)
        .slice(4)
        .map((word) => word.replaceAll('"', ''))
      expect(
        () => (first === 'init' ? readInitArguments(argv) : readArguments([first!, ...argv, '.'])),
        line,
      ).not.toThrow()
    }
  },
)

test('no page and no command of ours fetches from a registry what goes by this name there', () => {
  const root = new URL('../../', import.meta.url)
  const texts = [
    ...readdirSync(new URL('docs/', root))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
    'action.yml',
    '.pre-commit-hooks.yaml',
    'src/cli/init/describe.ts',
  ]
  for (const path of texts)
    expect(readFileSync(new URL(path, root), 'utf8'), path).not.toMatch(/npx(?! --no -- ).{0,3}copydesk/)
})

test('the links between the pages lead somewhere, and the index has them all', () => {
  const folder = new URL('../../docs/', import.meta.url)
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const links = pages.flatMap((page) =>
    [...readFileSync(new URL(page, folder), 'utf8').matchAll(/\]\((?!https?:)([^)]*)\)/g)].map(
      ([, link]) => new URL(link!, new URL(page, folder)),
    ),
  )
  const slugs = (file: URL): readonly string[] =>
    [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
      heading!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    )
  for (const target of links) {
    const anchor = target.hash.slice(1)
    target.hash = ''
    expect(existsSync(target), target.href).toBe(true)
    expect(['', ...(/\.md$/.test(target.pathname) ? slugs(target) : [])], target.href).toContain(anchor)
  }
  const index = readFileSync(new URL('README.md', folder), 'utf8')
  expect(pages.filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([])
})
