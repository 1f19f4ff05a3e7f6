/** Tests what is worked out of several reports. */
import { expect, test } from 'vitest'
import { tally } from '../../src/check/file-report.ts'
import { fileReport, finding } from '../reporters/reports.ts'

test('a tally counts each level over all reports', () => {
  expect(
    tally([
      fileReport('a', [finding(1, 'x'), finding(2, 'y', { severity: 'info' })]),
      fileReport('b', [finding(1, 'z')]),
    ]),
  ).toEqual({ error: 2, warning: 0, info: 1 })
})
