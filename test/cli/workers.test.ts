/**
 * Tests that many files come out the same however many threads check them, and that a thread's end is one file's
 * trouble.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'
import { someOf } from '../runs.ts'

const BREAKING = new URL('breaking-worker.mjs', import.meta.url)
const command = bundledCommand()

/** A folder of drafts that differ in length, so that threads end in another order than they began. */
function drafts(count: number, more: Readonly<Record<string, string | Uint8Array>> = {}): Checkout {
  return checkout({
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `news/${String(index).padStart(4, '0')}.md`,
        `---\ndate: 2024-05-${String(1 + (index % 28)).padStart(2, '0')}\n---\n\n# Ferry no. ${index}\n\n${'They put the ferry off. '.repeat((index % 7) * 20)}They put the the ferry off.\n\n`
          + '<!-- copydesk-disable-next-line repeated-word -- a line of the song -->\nThey sing the the song in May.\n',
      ]),
    ),
    ...more,
  })
}

describe('several threads', () => {
  test.each(someOf(['json', 'html', 'sarif', 'github', 'compact', 'desk'], 1))(
    'give the very report of one, as %s',
    async (format) => {
      const { root } = drafts(60, {
        'news/copydesk.yml': 'overrides: [{files: "*3.md", rules: {repeated-word: "off"}}]\n',
        'news/0007.html': '<p>The the end.</p>',
        'bad/copydesk.yml': 'rules: 1\n',
        'bad/a.txt': 'A.',
        'bad/b.txt': 'B.',
        'latin.txt': Buffer.from('caf\xe9', 'latin1'),
      })
      const argv = [
        'news',
        'bad/a.txt',
        'bad/b.txt',
        'latin.txt',
        '-',
        `--format=${format}`,
        '--stdin-filename=own.txt',
      ]
      const one = await command.run([...argv, '--workers=1'], { cwd: root, stdin: 'The the sea.' })
      expect(one.code).toBe(2)
      expect(one.stderr.split('\n')).toHaveLength(['json', 'html', 'desk'].includes(format) ? 3 : 4)
      for (const workers of someOf([3, 2], 1))
        expect(await command.run([...argv, `--workers=${workers}`], { cwd: root, stdin: 'The the sea.' })).toEqual(one)
    },
  )

  test('are taken for more than 200 files, and follow the arguments', async () => {
    const { root, path } = drafts(230)
    const debug = { NODE_DEBUG: 'worker' }
    const argv = ['news', '--rule=repeated-word=info', '--fail-on=warning', '--format=json', '--no-config']
    const many = await command.run(argv, { cwd: root, env: debug })
    expect(many.stderr).toMatch(/WORKER/)
    const one = await command.run([...argv, '--workers=1'], { cwd: root, env: debug })
    expect(one).toEqual({ code: 0, stderr: '', stdout: many.stdout })
    expect((JSON.parse(one.stdout) as { files: unknown[] }).files).toHaveLength(230)
    expect(readFileSync(path('news/0001.md'), 'utf8')).toContain('the the')
  })

  test('check what was fixed, or is staged in place of a file', async () => {
    const { root, path } = drafts(5)
    const { stdout, stderr, code } = await command.run(
      ['news', '--fix-unsafe', '--workers=2', '--format=compact', '--rule=repeated-word'],
      { cwd: root },
    )
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^copydesk: fixed 5 findings in 5 files; none left\ncopydesk: 5 hidden by comments\n$/)
    expect(readFileSync(path('news/0001.md'), 'utf8')).not.toContain('put the the ferry')
  })

  test('are left out where the command runs from its sources', async () => {
    const { runNode } = await import('./bundled-command.ts')
    const { fileURLToPath } = await import('node:url')
    const { root } = drafts(3)
    const main = fileURLToPath(new URL('../../src/bin/copydesk.ts', import.meta.url))
    const argv = [
      '--import',
      import.meta.resolve('tsx'),
      '--conditions=copydesk-source',
      main,
      'news',
      '--format=compact',
    ]
    const one = await runNode([...argv, '--workers=1'], { cwd: root })
    expect(one.stdout.split('\n')).toHaveLength(4)
    expect(await runNode([...argv, '--workers=2'], { cwd: root })).toEqual(one)
  })
})

describe('a thread that breaks down', () => {
  const names = [
    ...Array.from({ length: 40 }, (_, index) => `${String(index).padStart(2, '0')}.txt`),
    '05-throw.txt',
    '20-exit.txt',
    '39-exit.txt',
  ].toSorted()

  test.each(someOf([3, 2, 8], 1))(
    'is the trouble of one file, which is told in a line; of %d threads',
    async (workers) => {
      const { run } = checkout(Object.fromEntries(names.map((name) => [name, 'Good.'])))
      const { code, stdout, stderr } = await run(['.', `--workers=${workers}`, '--format=json'], { worker: BREAKING })
      expect(code).toBe(2)
      expect(stderr).toBe(
        [
          'copydesk: 05-throw.txt: could not be checked: the thread that checked it broke down (the fixture is broken)',
          'copydesk: 20-exit.txt: could not be checked: the thread that checked it broke down (exit code 3)',
          'copydesk: 39-exit.txt: could not be checked: the thread that checked it broke down (exit code 3)',
          '',
        ].join('\n'),
      )
      const { files, failures } = JSON.parse(stdout) as { files: { path: string }[]; failures: { path: string }[] }
      expect(files.map(({ path }) => path)).toEqual(names.filter((name) => !/throw|exit/.test(name)))
      expect(failures).toHaveLength(3)
    },
  )

  test('before it was ready ends the run', async () => {
    const { run } = checkout({ 'a.txt': 'A.', 'b.txt': 'B.' })
    const { code, stderr } = await run(['.', '--workers=2'], { worker: new URL('missing-worker.mjs', import.meta.url) })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^copydesk: the worker threads could not be started \(.*\); --workers 1 does without them\n$/,
      ) as string,
    })
  })
})

describe('--workers', () => {
  test.each(['0', '65', 'two', '-1'])('takes no %s', async (value) => {
    const { code, stderr } = await checkout({ 'a.txt': 'A.' }).run([`--workers=${value}`, 'a.txt'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^copydesk: --workers takes a (?:whole )?number/) as string,
    })
  })
})

describe('the bar', () => {
  const made = (): Checkout =>
    checkout(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.txt`, 'Good.'])))

  test('stands on a terminal’s stderr while many files are checked, and is cleared away', async () => {
    const { stdout, stderr, code } = await made().run(['.', '--format=compact'], { isTTY: true, columns: 60 })
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 })
    expect(stderr).toMatch(/1\/30 files/)
    expect(stderr.endsWith('\r\u001B[K')).toBe(true)
  })

  test('is left out where nobody looks, on a dumb terminal, and for few files', async () => {
    expect((await made().run(['.', '--format=compact'])).stderr).toBe('')
    expect((await made().run(['.', '--format=compact'], { isTTY: true, env: { TERM: 'dumb' } })).stderr).toBe('')
    expect((await made().run(['1.txt', '2.txt', '--format=compact'], { isTTY: true })).stderr).toBe('')
  })
})
