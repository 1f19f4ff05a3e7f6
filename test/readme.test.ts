/** The README: short, its links lead somewhere, and what it shows of runs is what they print. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import rules from '../rules/index.ts'
import { deskReportPicture } from '../scripts/generate/readme/desk-report-picture.ts'
import { renderTitles } from '../scripts/generate/readme/titles.ts'
import { ROOT } from './rule-folders.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('the README', () => {
  it('has at most 600 words', () => {
    expect(readme.trim().split(/\s+/).length).toBeLessThanOrEqual(600)
  })

  it('sets up and tests in one line each', () => {
    const commands = [...readme.matchAll(/^```sh\n(.*)\n```$/gm)].map(([, command]) => command)
    expect(commands).toEqual([
      'npm ci && node dist/bin/copydesk.js samples/spun-company-story.txt',
      'npm ci && npm test',
    ])
  })

  it('leads to pages and headings that there are', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)(?:#([^)]+))?\)/g)]
    expect(links.length).toBeGreaterThan(20)
    for (const [, path, anchor] of links) {
      expect(existsSync(join(ROOT, path!)), path).toBe(true)
      if (anchor === undefined) continue
      const headings = [...read(path!).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
        heading!.toLowerCase().replaceAll(' ', '-'),
      )
      expect(headings, path).toContain(anchor)
    }
  })

  it('shows ten lines of one report and a picture of another, as they are', () => {
    const [, report] = /^```\n\$ copydesk samples\/ferry-brief\.txt\n([^]*?)```$/m.exec(readme)!
    expect(report).toBe(read('samples/ferry-brief.txt.desk'))
    expect(report!.trimEnd().split('\n')).toHaveLength(10)
    const words = [...read('docs/images/desk-report.svg').matchAll(/<text[^>]*>(.*)<\/text>/g)]
    expect(
      words
        .map(([, text]) => text)
        .join(' ')
        .split(/\s+/),
    ).toEqual(
      `$ copydesk samples/spun-company-story.txt ${read('samples/spun-company-story.txt.desk')}`.trim().split(/\s+/),
    )
  })
})

describe('the list of what is found', () => {
  const [first] = rules

  it('names rules that run by default', () => {
    const some = [
      { ...first!, id: 'lost-word', title: 'A lost word' },
      { ...first!, id: 'on-trial', stage: 'trial' as const },
      { ...first!, id: 'strict-one', preset: 'strict' as const },
    ]
    expect(renderTitles(some, {})).toBe('- [A lost word](rules/lost-word/rule.md)')
  })

  it('names ten, those that are most often right, and counts the others', () => {
    const twelve = Array.from({ length: 12 }, (_, at) => ({
      ...first!,
      id: `rule-${at}`,
      title: `Mistake ${String.fromCharCode(65 + at)}`,
    }))
    const level = {
      alarms: 20,
      per100k: 2,
      articles: 9,
      distinct: 20,
      read: 10,
      right: 9,
      wrong: 1,
      debatable: 0,
      share: 0.9,
      low: 0.6,
      high: 1,
      falsePer100k: 0.2,
    }
    const figures = { date: '2026-03-01', use: 'development' as const, articles: 10, words: 1_000_000, sets: [] }
    const lines = renderTitles(twelve, { published: { ...figures, rules: { 'rule-11': { error: level } } } }).split(
      '\n',
    )
    expect(lines).toHaveLength(11)
    expect(lines.slice(-2)).toEqual(['- [Mistake L](rules/rule-11/rule.md)', '- and [2 more](rules/README.md)'])
  })
})

describe('the picture of a report', () => {
  const picture = deskReportPicture(
    'copydesk a.txt',
    '\u001B[1m\u001B[31mSTOP\u001B[39m\u001B[22m  a <b>\n\u001B[2mend\u001B[22m\n',
  )

  it('puts each stretch of one style at its column, and escapes it', () => {
    expect(picture).toContain('<text class="bold red" x="20" y="55" textLength="33.6">STOP</text>')
    expect(picture).toContain('<text x="70.4" y="55" textLength="42">a &lt;b&gt;</text>')
    expect(picture).toContain('<text class="dim" x="20" y="75" textLength="25.2">end</text>')
  })

  it('refuses a code that it has no style for', () => {
    expect(() => deskReportPicture('copydesk', '\u001B[35mpink\u001B[39m\n')).toThrow('no style for the code “35”')
  })

  it('is readable on a light page and on a dark one', () => {
    const [light, dark] = picture
      .split('@media (prefers-color-scheme: dark)')
      .map((half) => [...half.matchAll(/fill: (#\w{6})/g)].map(([, ink]) => ink!))
    for (const [page, ...inks] of [light!, dark!]) {
      expect(inks.length).toBe(6)
      for (const ink of inks) expect(contrast(page!, ink), `${ink} on ${page}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})

/** The contrast of two colours, as WCAG 2 reckons it. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter! + 0.05) / (darker! + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
