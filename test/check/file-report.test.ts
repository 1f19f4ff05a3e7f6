/** Tests what is worked out of several reports and stories. */
import { expect, test } from 'vitest'
import { latestDay, tally } from '../../src/check/file-report.ts'
import { fileReport, finding } from '../reporters/reports.ts'

test('the latest day of some stories is that of the newest; of none that tell, nothing', () => {
  const day = (year: number, month: number, date: number): { date: { year: number; month: number; day: number } } => ({
    date: { year, month, day: date },
  })
  expect(latestDay([day(2019, 12, 31), { date: undefined }, day(2020, 2, 1), day(2020, 1, 31)])).toEqual({
    year: 2020,
    month: 2,
    day: 1,
  })
  expect(latestDay([{ date: undefined }])).toBeUndefined()
  expect(latestDay([])).toBeUndefined()
})

test('a tally counts each level over all reports', () => {
  expect(
    tally([
      fileReport('a', [finding(1, 'x'), finding(2, 'y', { severity: 'info' })]),
      fileReport('b', [finding(1, 'z')]),
    ]),
  ).toEqual({ error: 2, warning: 0, info: 1 })
})
