import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isHeldOut, readLeftovers } from '../../scripts/inject/leftover-pool.ts'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts'

const NAMES = ['Belmora Post', 'Ostholm Gazette', 'Zelandia Times', 'Norvik Mirror', 'Harbour Echo', 'Coastal Courier']
const [HELD_OUT, ALSO_HELD_OUT] = NAMES.filter(isHeldOut) as [string, string]
const [OTHER] = NAMES.filter((name) => !isHeldOut(name)) as [string]

describe('leftover lines', () => {
  let folder: TemporaryFolder
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder[Symbol.dispose]())

  function read(...rows: readonly object[]): string[] {
    writeFileSync(join(folder.path, 'lines.jsonl.gz'), gzipSync(rows.map((row) => JSON.stringify(row)).join('\n')))
    return readLeftovers(folder.path).map(({ text }) => text)
  }

  it('are drawn from outlets that are held out, where two outlets have them', () => {
    expect(
      read(
        { outlet: HELD_OUT, boilerplate_lines: ['Sign up for our newsletter', 'Only here: subscribe'] },
        { source: OTHER, boilerplate: [{ text: 'Sign  up for our newsletter' }, 'Share this'] },
      ),
    ).toEqual(['Sign up for our newsletter'])
  })

  it('are no topics, names, credits, notes, code or long sentences', () => {
    const lines = [
      'Business',
      'World News',
      'Ada Tolvanen',
      'Photo: Ada Tolvanen',
      'Editor’s note: this was cut',
      '[share id=3]',
      '1 of 23',
      '2026-04-01',
      'Sign up here and read every day what happens at the harbour and in the council of the town',
    ]
    expect(
      read(
        { outlet: HELD_OUT, boilerplate_lines: lines },
        { outlet: ALSO_HELD_OUT, boilerplate_lines: [...lines, 'Share'] },
        { outlet: OTHER, boilerplate_lines: ['Share'] },
      ),
    ).toEqual(['Share'])
  })

  it('are taken as they are where somebody has read them', () => {
    expect(
      read({ outlet: HELD_OUT, leftover_lines: ['Business'] }, { outlet: OTHER, leftover_lines: ['World'] }),
    ).toEqual(['Business'])
  })

  it('split the outlets by name, the same way every time', () => {
    expect(NAMES.map(isHeldOut)).toEqual(NAMES.map(isHeldOut))
    expect(NAMES.some(isHeldOut)).toBe(true)
    expect(NAMES.every(isHeldOut)).toBe(false)
  })
})
