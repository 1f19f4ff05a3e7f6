/** Reads side files: `draft.txt.copydesk.yml` beside `draft.txt`. */
import { lstatSync } from 'node:fs'
import { SettingError } from '../check/config/config.ts'
import { SIDE_FILE_ENDING } from '../check/hiding/side-file-name.ts'
import type { CopyPath } from './check-plan.ts'
import { ConfigError } from './config-error.ts'
import type { HideFor } from './hide-known.ts'
import type { Settings } from './settings.ts'

/** Hides what the side file of a draft names. Nearly no draft has one, so what reads them is loaded with the first. */
export function hideBySideFiles(settings: Settings): HideFor {
  return async ({ path, absolute }: CopyPath) => {
    const file = absolute + SIDE_FILE_ENDING
    const shown = path + SIDE_FILE_ENDING
    const stats = statsOf(file)
    if (!stats) return undefined
    if (stats.isSymbolicLink()) throw new ConfigError(shown, 'is a link, and links to side files are not followed')
    const [{ readDataFile }, { readSideFile, hideBySideFile }] = await Promise.all([
      import('./data-file.ts'),
      import('../check/hiding/side-file.ts'),
    ])
    const data = await readDataFile(file, shown)
    try {
      const entries = readSideFile(data.value, settings.scope.known ?? [])
      const active = (await settings.of(absolute)).active.map(({ rule }) => rule.id)
      return (report) => hideBySideFile(report, entries, active, settings.scope)
    } catch (error) {
      throw error instanceof SettingError ? new ConfigError(shown, error.message, data.lineOf(error.path)) : error
    }
  }
}

function statsOf(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    // A name that is too long with the ending, a folder that may not be searched: there is none.
    return undefined
  }
}
