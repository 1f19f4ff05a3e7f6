/** Checks the hooks for pre-commit: their shape, which files they are for, and their commands, run as hooks. */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { isFoundInFolders } from '../../src/copy/formats/format.ts'
import { readArguments } from '../../src/cli/arguments/arguments.ts'
import { ROOT } from '../rule-folders.ts'
import { bundledCommand } from './bundled-command.ts'
import { gitCheckout } from './git-checkout.ts'

interface Hook {
  readonly id: string
  readonly entry: string
  readonly args?: readonly string[]
  readonly files: string
  readonly language: string
  readonly pass_filenames?: boolean
}

const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[]
const command = bundledCommand()
const BAD = 'The mayor said that that bridge would would close.\n'
const HAS_PARALLEL = spawnSync('parallel', ['--version']).status === 0

/** A hook's command, its arguments and, where it takes them, the files. */
function argvOf(
  { entry, args = [], pass_filenames: takesFiles = true }: Hook,
  files: readonly string[],
): readonly string[] {
  return [...entry.split(' ').slice(1), ...args, ...(takesFiles ? files : [])]
}

test('there is a hook for what is staged and one for whole files; pre-commit knows all their keys', () => {
  expect(hooks.map(({ id }) => id)).toEqual(['copydesk', 'copydesk-files'])
  const known = new Set([
    'id',
    'name',
    'description',
    'entry',
    'args',
    'language',
    'files',
    'types',
    'pass_filenames',
    'require_serial',
    'minimum_pre_commit_version',
  ])
  for (const hook of hooks) {
    expect(Object.keys(hook).filter((key) => !known.has(key))).toEqual([])
    expect(hook).toMatchObject({
      language: 'node',
      entry: expect.stringMatching(/^copydesk\b/) as string,
      require_serial: true,
      name: expect.any(String) as string,
    })
    expect(() => readArguments(argvOf(hook, ['a.md']))).not.toThrow()
  }
})

test.each([
  'a.txt',
  'b/c.MD',
  'd.markdown',
  'e.mdx',
  'f.htm',
  'g.html',
  'h.xhtml',
  'i.ninjs',
  'j.ninjs.json',
  'k.json',
  'l.css',
  'md',
  'm.txt.gz',
  'n.rss',
])('the hooks are for %s where a search would read it', (name) => {
  for (const { files } of hooks) {
    // Python's “(?i:…)” is younger in JavaScript than Node 20.
    expect(new RegExp(files.replace('(?i:', '(?:'), 'i').test(name)).toBe(isFoundInFolders(name))
  }
})

describe.skipIf(process.platform === 'win32' || spawnSync('git', ['--version']).status !== 0)('the hooks, run', () => {
  test('“copydesk” keeps a bad edit from being committed, not an old fault, and heeds the config’s ignore', () => {
    const { root, path, write, git } = gitCheckout({
      'old.md': BAD,
      'copydesk.yml': 'ignore: [README.md]\n',
      'README.md': 'About.\n',
    })
    write(
      '.git/hooks/pre-commit',
      `#!/bin/sh\nexec "${process.execPath}" "${command.path}" ${argvOf(hooks[0]!, []).join(' ')} --fail-on info\n`,
    )
    chmodSync(path('.git/hooks/pre-commit'), 0o755)
    const commit = (): number | null => {
      git('add', '--all')
      return spawnSync('git', ['commit', '-qm', 'x'], {
        cwd: root,
        env: {
          PATH: process.env['PATH'] ?? '',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_AUTHOR_NAME: 'A',
          GIT_AUTHOR_EMAIL: 'a@example.org',
          GIT_COMMITTER_NAME: 'A',
          GIT_COMMITTER_EMAIL: 'a@example.org',
        },
      }).status
    }
    write('old.md', `${BAD}\nIt is quiet there.\n`)
    write('README.md', BAD)
    expect(commit()).toBe(0)
    write('new.md', BAD)
    expect(commit()).toBe(1)
  })

  test('“copydesk-files” checks the files that it is given', () => {
    const { root } = gitCheckout({ 'a b.md': BAD, 'good.md': 'All is well in the town.\n' })
    const run = (...files: readonly string[]): string =>
      spawnSync(process.execPath, [command.path, ...argvOf(hooks[1]!, files)], { cwd: root, encoding: 'utf8' }).stdout
    expect(run('good.md')).toBe('')
    expect(run('good.md', 'a b.md')).toMatch(/^a b\.md:1:\d+: \w+ repeated-word/)
  })

  test('a file that is called like an option is a file: to the hooks, to what docs/ci.md shows, and in any folder', () => {
    const names = ['--config=evil.md', '--fail-on=never', '-oevil.md', '--no-config', '--help', '-v']
    const { root, write, git } = gitCheckout({
      'good.md': 'All is well in the town.\n',
      'evil.md': 'rules: {repeated-word: off}\n',
    })
    for (const name of names) write(name, BAD)
    const recipes = [
      ...readFileSync(join(ROOT, 'docs/ci.md'), 'utf8').matchAll(/^(?:git|find) .*\bcopydesk .*$/gm),
    ].map(([line]) => line.replace(/\b(?:npx --no -- )?copydesk\b/, '"$NODE" "$COPYDESK"'))
    expect(recipes.length).toBeGreaterThan(1)
    git('add', '--all')
    const env = { PATH: process.env['PATH'] ?? '', HOME: root, NODE: process.execPath, COPYDESK: command.path }
    const checked = (stdout: string): readonly string[] => names.filter((name) => stdout.includes(`${name}:1:`))
    expect(
      checked(
        spawnSync(process.execPath, [command.path, ...argvOf(hooks[1]!, ['good.md', ...names])], {
          cwd: root,
          encoding: 'utf8',
        }).stdout,
      ),
    ).toEqual(names)
    expect(
      checked(
        spawnSync(process.execPath, [command.path, ...argvOf(hooks[0]!, []), '--format=compact'], {
          cwd: root,
          encoding: 'utf8',
        }).stdout,
      ),
    ).toEqual(['--config=evil.md', '-oevil.md'])
    for (const recipe of recipes.filter((line) => !line.includes('parallel') || HAS_PARALLEL)) {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', recipe], { cwd: root, env, encoding: 'utf8' })
      expect({ recipe, stdout: checked(stdout), stderr }).toEqual({
        recipe,
        stdout: ['--config=evil.md', '-oevil.md'],
        stderr: '',
      })
      expect(status).not.toBe(0)
    }
    // A recipe that forgets the two dashes is refused, whatever the file would have made of the run.
    for (const name of names) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command.path, 'good.md', name], {
        cwd: root,
        encoding: 'utf8',
      })
      expect({ status, stdout, stderr }).toEqual({
        status: 2,
        stdout: '',
        stderr: `copydesk: “${name}” is the name of a file here and reads as an option; write -- before the names of files, or ./${name}\n`,
      })
    }
  })
})
