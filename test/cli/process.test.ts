/** Tests the command as a process: its exit code, its streams, and what happens when they go away. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledCommand, runNode, type Ended } from './bundled-command.ts'
import { checkout } from './checkout.ts'

const CLEAN = 'Council backs tram line\n\nThe council backed the new tram line on Monday.\n'
const WRONG = 'Council backs tram line\n\nThe council backed the the new tram line on Monday.\n'

const command = bundledCommand()

describe('the process', () => {
  test('ends with the exit code of the run, its report on stdout and its troubles on stderr', async () => {
    const { root } = checkout({ 'clean.txt': CLEAN, 'wrong.txt': WRONG })
    expect(await command.run(['clean.txt'], { cwd: root })).toEqual({
      code: 0,
      stdout: 'clean.txt: no issues found\n',
      stderr: '',
    })
    const wrong = await command.run(['wrong.txt', '--fail-on=info', '--format=compact'], { cwd: root })
    expect(wrong).toEqual({
      code: 1,
      stdout: expect.stringMatching(/^wrong\.txt:3:20: \w+ repeated-word: .*\n$/) as string,
      stderr: '',
    })
    expect(await command.run(['gone.txt'], { cwd: root })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: gone.txt: does not exist\n',
    })
  })

  test('reads its standard input', async () => {
    const { code, stdout } = await command.run(['-', '--format=compact', '--rule=repeated-word', '--fail-on=info'], {
      stdin: WRONG,
    })
    expect({ code, line: stdout.split('\n')[0] }).toEqual({
      code: 1,
      line: expect.stringMatching(/^<stdin>:3:20: /) as string,
    })
  })

  test.runIf(process.platform !== 'win32')(
    'tells a standard input that is no input: a folder, or nothing at all',
    async () => {
      const { root } = checkout()
      const shell = (redirection: string, argv: string): Promise<Ended> =>
        new Promise((resolve) => {
          execFile(
            '/bin/sh',
            ['-c', `"$0" "$1" ${argv} ${redirection}`, process.execPath, command.path],
            { cwd: root },
            (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
          )
        })
      for (const argv of ['--stdin', '--stdin --fix', '--stdin --format=github', 'stream']) {
        expect(await shell('< .', argv)).toMatchObject({
          code: 2,
          stderr: expect.stringMatching(/^copydesk: (?:<stdin>: is|the standard input is) a folder\n/) as string,
        })
        expect(await shell('<&-', argv)).toMatchObject({
          code: 2,
          stderr: expect.stringMatching(
            /^copydesk: (?:<stdin>: is|the standard input is) closed, so that there is nothing to read\n/,
          ) as string,
        })
      }
      expect(await shell('< /dev/null', '--stdin')).toMatchObject({
        code: 0,
        stderr: '',
        stdout: expect.stringContaining('this is empty') as string,
      })
    },
  )

  test('runs from its sources too', async () => {
    const main = fileURLToPath(new URL('../../src/bin/copydesk.ts', import.meta.url))
    const { root } = checkout({ 'clean.txt': CLEAN })
    const tsx = import.meta.resolve('tsx')
    expect(await runNode(['--import', tsx, '--conditions=copydesk-source', main, 'clean.txt'], { cwd: root })).toEqual({
      code: 0,
      stdout: 'clean.txt: no issues found\n',
      stderr: '',
    })
  })

  test('is quiet when its reader has seen enough, and its exit code stands', async () => {
    const { root } = checkout({
      'long.txt': Array.from(
        { length: 8000 },
        (_, index) => `The council backed the the tram line in year ${index}.\n`,
      ).join('\n'),
    })
    const { code, stdout, stderr } = await command.run(['long.txt', '--format=compact', '--fail-on=info'], {
      cwd: root,
      closeAfter: 10,
    })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout.split('\n').length).toBeLessThan(8000)
  })

  test.skipIf(process.platform !== 'linux')('says in one line that its report could not be written', async () => {
    const { root } = checkout({ 'clean.txt': CLEAN })
    expect(await throughShell('"$@" > /dev/full', root, 'clean.txt')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'copydesk: the report could not be written (ENOSPC)\n',
    })
  })

  test.skipIf(process.platform === 'win32')('doesn’t break in a working folder that has been deleted', async () => {
    const { root, path } = checkout({ 'clean.txt': CLEAN })
    expect(await throughShell('mkdir gone && cd gone && rmdir ../gone && "$@"', root, path('clean.txt'))).toEqual({
      code: 0,
      stdout: `${path('clean.txt')}: no issues found\n`,
      stderr: '',
    })
  })
})

/** Runs the command by a line of shell that starts it as "$@". */
function throughShell(line: string, cwd: string, ...argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile('sh', ['-c', line, 'sh', process.execPath, command.path, ...argv], { cwd }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}
