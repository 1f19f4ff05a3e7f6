/** Tests that a fix that is cut short loses nothing: killed at any moment, run twice at once, on a full disk. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'
import { canMount, fillUp, smallDisk } from './small-disk.ts'

const command = bundledCommand()
const FILES = 150
const KILLS = 24
const OLD = `Council backs tram line\n\n${'The council backed the the new tram line on Monday.\n\n'.repeat(20)}`
const NEW = OLD.replaceAll('the the', 'the')

function drafts(): Checkout {
  return checkout(Object.fromEntries(Array.from({ length: FILES }, (_, index) => [`draft-${index}.txt`, OLD])))
}

/** Starts a fix, and kills it so many milliseconds after it is time; says whether it was killed. */
function fix(cwd: string, isTime: () => boolean = () => false, later = 0): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command.path, '--fix-unsafe', '--rule=repeated-word', '.'], { cwd, stdio: 'ignore' })
    const watch = setInterval(() => {
      if (!isTime()) return
      clearInterval(watch)
      setTimeout(() => child.kill('SIGKILL'), later)
    }, 1)
    child.on('close', (_, signal) => {
      clearInterval(watch)
      resolve(signal === 'SIGKILL')
    })
  })
}

describe('a fix', { timeout: 120_000 }, () => {
  test('that is killed at any moment leaves every file old or new, and the next one finishes', async () => {
    const { root, path, write } = drafts()
    const drafted = (): readonly string[] => readdirSync(root).filter((name) => name.endsWith('.txt')).toSorted()
    const names = drafted()
    const textOf = (name: string): string => readFileSync(path(name), 'utf8')
    const countNew = (): number => names.filter((name) => textOf(name) === NEW).length
    let killed = 0
    let inMidst = 0
    for (let run = 0; run < KILLS; run++) {
      for (const name of names) write(name, OLD)
      // From the first file to shortly before the last, which are fixed in this order, and then some thousandths of a second on.
      const mark = names[Math.floor(run * (FILES - 20) / KILLS)]!
      if (await fix(root, () => textOf(mark) === NEW, run % 4)) killed++
      expect(drafted()).toEqual(names)
      expect(names.filter((name) => ![OLD, NEW].includes(textOf(name)))).toEqual([])
      if (countNew() > 0 && countNew() < FILES) inMidst++
      // What may lie about is hidden and no draft.
      expect(readdirSync(root).filter((name) => !name.endsWith('.txt') && name !== '.git' && !/^\.copydesk-\d+-\w+\.tmp$/.test(name))).toEqual([])
    }
    expect(await fix(root)).toBe(false)
    expect(countNew()).toBe(FILES)
    expect(killed).toBeGreaterThan(KILLS / 2)
    expect(inMidst).toBeGreaterThan(KILLS / 3)
  })

  test('that runs twice at once ends with every file new', async () => {
    const made = drafts()
    await Promise.all([fix(made.root), fix(made.root), fix(made.root)])
    const names = readdirSync(made.root).filter((name) => name !== '.git')
    expect(names).toHaveLength(FILES)
    expect(names.every((name) => readFileSync(made.path(name), 'utf8') === NEW)).toBe(true)
  })

  test.skipIf(!canMount)('on a full disk leaves every file as it was and says so of each; with room again it finishes (skipped where no small disk can be mounted)', async () => {
    const { path } = checkout()
    smallDisk(path('disk'))
    const names = Array.from({ length: 20 }, (_, index) => `draft-${String(index).padStart(2, '0')}.txt`)
    for (const name of names) writeFileSync(path('disk', name), OLD)
    const filler = fillUp(path('disk'))
    const argv = ['--fix-unsafe', '--rule=repeated-word', '--format=compact', '--fail-on=never', '.']
    const { code, stderr } = await command.run(argv, { cwd: path('disk') })
    const lines = stderr.trimEnd().split('\n')
    expect({ code, lines: lines.filter((line) => line.endsWith('the disk is full')) }).toEqual({ code: 2, lines: names.map((name) => `copydesk: ${name}: can not be written: the disk is full`) })
    expect(readdirSync(path('disk')).toSorted()).toEqual(['.filler', ...names])
    expect(names.filter((name) => readFileSync(path('disk', name), 'utf8') !== OLD)).toEqual([])
    rmSync(filler)
    expect((await command.run(argv, { cwd: path('disk') })).code).toBe(0)
    expect(names.filter((name) => readFileSync(path('disk', name), 'utf8') !== NEW)).toEqual([])
  })
})
