import { describe, expect, it } from 'vitest'
import { createProgress, renderProgress } from '../../src/cli/reports/progress-bar.ts'

function terminal(isTTY: boolean) {
  const written: string[] = []
  return { written, isTTY, columns: 40, write: (text: string) => written.push(text) }
}

describe('the progress bar', () => {
  it('says how far the run is, and how fast', () => {
    expect(renderProgress({ done: 600, total: 1200, label: 'articles', words: 300_000, seconds: 2 })).toBe(
      `${'█'.repeat(8)}${'░'.repeat(8)} 50 %  600/1,200 articles, 150,000 words/s`,
    )
    expect(renderProgress({ done: 3, total: 4, label: 'kinds', words: 0, seconds: 1.5 })).toMatch(
      / 75 % {2}3\/4 kinds, 2\/s$/,
    )
    expect(renderProgress({ done: 0, total: 0, label: 'articles', words: 0, seconds: 0 })).toMatch(
      / 100 % {2}0\/0 articles$/,
    )
  })

  it('stays on one line of the terminal and clears itself away', () => {
    const on = terminal(true)
    const progress = createProgress(10, 'articles', on)
    progress.advance()
    progress.end()
    expect(on.written).toHaveLength(2)
    expect(on.written[0]).toMatch(/^\r\u001B\[K█/)
    expect(on.written[0]!.length).toBeLessThan(40 + '\r\u001B[K'.length)
    expect(on.written[1]).toBe('\r\u001B[K')
  })

  it('writes nothing where nobody looks', () => {
    const off = terminal(false)
    const progress = createProgress(10, 'articles', off)
    progress.advance(10, 500)
    progress.end()
    expect(off.written).toEqual([])
  })
})
