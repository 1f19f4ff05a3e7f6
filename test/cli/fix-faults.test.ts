/** Tests that a fix that is cut short loses nothing: killed at any moment, run twice at once. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bundledCommand } from './bundled-command.ts'
import { checkout, type Checkout } from './checkout.ts'

const command = bundledCommand()
const FILES = 150
const KILLS = 24
const OLD = `Council backs tram line\n\n${'The council backed the the new tram line on Monday.\n\n'.repeat(20)}`
const NEW = OLD.replaceAll('the the', 'the')

function drafts(): Checkout {
  return checkout(Object.fromEntries(Array.from({ length: FILES }, (_, index) => [`draft-${index}.txt`, OLD])))
}

/** Starts a fix and kills it after some milliseconds; says whether it was killed. */
function fixAndKill(cwd: string, after: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command.path, '--fix-unsafe', '--rule=repeated-word', '.'], { cwd, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), after)
    child.on('close', (_, signal) => {
      clearTimeout(timer)
      resolve(signal === 'SIGKILL')
    })
  })
}

describe('a fix', { timeout: 120_000 }, () => {
  test('that is killed at any moment leaves every file old or new, and the next one finishes', async () => {
    const whole = drafts()
    const start = performance.now()
    expect(await fixAndKill(whole.root, 60_000)).toBe(false)
    const takes = performance.now() - start
    expect(readFileSync(whole.path('draft-0.txt'), 'utf8')).toBe(NEW)
    let killed = 0
    let inMidst = 0
    let last = whole
    for (let run = 0; run < KILLS; run++) {
      const made = drafts()
      // Half of the time goes by before the first file is written.
      if (await fixAndKill(made.root, takes * (0.3 + 0.7 * (run / KILLS)))) killed++
      const names = readdirSync(made.root).filter((name) => name.endsWith('.txt'))
      const texts = names.map((name) => readFileSync(made.path(name), 'utf8'))
      expect(names).toHaveLength(FILES)
      expect(texts.filter((text) => text !== OLD && text !== NEW)).toEqual([])
      if (new Set(texts).size === 2) inMidst++
      // What may lie about is hidden and no draft.
      expect(readdirSync(made.root).filter((name) => !name.endsWith('.txt') && name !== '.git' && !/^\.copydesk-\d+-\w+\.tmp$/.test(name))).toEqual([])
      last = made
    }
    await fixAndKill(last.root, 60_000)
    expect(readdirSync(last.root).filter((name) => name.endsWith('.txt') && readFileSync(last.path(name), 'utf8') !== NEW)).toEqual([])
    expect(killed).toBeGreaterThan(KILLS / 2)
    expect(inMidst).toBeGreaterThan(2)
  })

  test('that runs twice at once ends with every file new', async () => {
    const made = drafts()
    await Promise.all([fixAndKill(made.root, 60_000), fixAndKill(made.root, 60_000), fixAndKill(made.root, 60_000)])
    const names = readdirSync(made.root).filter((name) => name !== '.git')
    expect(names).toHaveLength(FILES)
    expect(names.every((name) => readFileSync(made.path(name), 'utf8') === NEW)).toBe(true)
  })
})
