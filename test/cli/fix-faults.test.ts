/** Tests that a fix that is cut short loses nothing: killed at any moment, run twice at once, on a full disk. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'
import { someOf } from '../runs.ts'
import { canMount, fillUp, smallDisk } from './small-disk.ts'

const command = bundledCommand()
const KILLER = new URL('kill-at.mjs', import.meta.url).href
const FILES = 30
const OLD = `Council backs tram line\n\n${'The council backed the the new tram line on Monday.\n\n'.repeat(20)}`
const NEW = OLD.replaceAll('the the', 'the')

function drafts(): Checkout {
  return checkout(Object.fromEntries(Array.from({ length: FILES }, (_, index) => [`draft-${index}.txt`, OLD])))
}

/** Starts a fix, and says how it ended. */
function fix(
  cwd: string,
  node: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => {
    const argv = [...node, command.path, '--fix-unsafe', '--rule=repeated-word', '.']
    const child = spawn(process.execPath, argv, {
      cwd,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'] ?? '', ...env },
    })
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
}

describe('a fix', () => {
  test('that is killed at any moment leaves every file old or new, and the next one finishes', async () => {
    const { root, path, write } = drafts()
    const drafted = (): readonly string[] =>
      readdirSync(root)
        .filter((name) => name.endsWith('.txt'))
        .toSorted()
    const names = drafted()
    const textOf = (name: string): string => readFileSync(path(name), 'utf8')
    const countNew = (): number => names.filter((name) => textOf(name) === NEW).length
    for (const moment of ['half-written', 'written', 'flushed', 'renamed']) {
      for (const number of someOf([17, 1, 2, FILES], 1)) {
        for (const name of names) write(name, OLD)
        expect(await fix(root, ['--import', KILLER], { KILL_AT: `${moment} ${number}` })).toBe('SIGKILL')
        expect(drafted()).toEqual(names)
        expect(names.filter((name) => ![OLD, NEW].includes(textOf(name)))).toEqual([])
        expect({ moment, number, new: countNew() }).toEqual({
          moment,
          number,
          new: moment === 'renamed' ? number : number - 1,
        })
        // What may lie about is hidden and no draft.
        expect(
          readdirSync(root).filter(
            (name) => !name.endsWith('.txt') && name !== '.git' && !/^\.copydesk-\d+-\w+\.tmp$/.test(name),
          ),
        ).toEqual([])
      }
    }
    expect(await fix(root)).toBe(0)
    expect(countNew()).toBe(FILES)
  })

  test('that runs twice at once ends with every file new', async () => {
    const made = drafts()
    await Promise.all([fix(made.root), fix(made.root), fix(made.root)])
    const names = readdirSync(made.root).filter((name) => name !== '.git')
    expect(names).toHaveLength(FILES)
    expect(names.every((name) => readFileSync(made.path(name), 'utf8') === NEW)).toBe(true)
  })

  test.skipIf(!canMount)(
    'on a full disk leaves every file as it was and says so of each; with room again it finishes (skipped where no small disk can be mounted)',
    async () => {
      const { path } = checkout()
      smallDisk(path('disk'))
      const names = Array.from({ length: 20 }, (_, index) => `draft-${String(index).padStart(2, '0')}.txt`)
      for (const name of names) writeFileSync(path('disk', name), OLD)
      const filler = fillUp(path('disk'))
      const argv = ['--fix-unsafe', '--rule=repeated-word', '--format=compact', '--fail-on=never', '.']
      const { code, stderr } = await command.run(argv, { cwd: path('disk') })
      const lines = stderr.trimEnd().split('\n')
      expect({ code, lines: lines.filter((line) => line.endsWith('the disk is full')) }).toEqual({
        code: 2,
        lines: names.map((name) => `copydesk: ${name}: can not be written: the disk is full`),
      })
      expect(readdirSync(path('disk')).toSorted()).toEqual(['.filler', ...names])
      expect(names.filter((name) => readFileSync(path('disk', name), 'utf8') !== OLD)).toEqual([])
      rmSync(filler)
      expect((await command.run(argv, { cwd: path('disk') })).code).toBe(0)
      expect(names.filter((name) => readFileSync(path('disk', name), 'utf8') !== NEW)).toEqual([])
    },
  )
})
