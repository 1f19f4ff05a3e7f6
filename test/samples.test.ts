/**
 * The samples’ desk reports stand beside them, and this compares them; `npx vitest run test/samples.test.ts -u` renews
 * them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../src/check.ts'
import { formatOf } from '../src/copy/formats/format-of.ts'
import { PLAIN } from '../src/reporters/writing/palette.ts'
import { deskReport } from '../src/reporters/desk.ts'

const folder = new URL('../samples/', import.meta.url)
const drafts = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .toSorted()

describe('the samples', () => {
  it('are at least four, and every report belongs to one', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(4)
    const reports = readdirSync(folder).filter((name) => name.endsWith('.desk'))
    expect(reports.toSorted()).toEqual(drafts.map((name) => `${name}.desk`))
  })

  it.each(drafts)('the report beside %s is what Copydesk says of it', async (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8')
    const path = `samples/${name}`
    const { findings, notices, words } = check(source, { path })
    const report = deskReport([{ path, format: formatOf(path) ?? 'text', findings, notices, words }], {
      show: 'info',
      palette: PLAIN,
      width: 80,
    })
    await expect(report).toMatchFileSnapshot(`../samples/${name}.desk`)
  })

  it('the clean wire story stays silent', () => {
    expect(check(readFileSync(new URL('clean-wire-story.txt', folder), 'utf8')).findings).toEqual([])
  })
})
