/** A config that can't be followed. */
import type { FileFailure } from '../check/file-report.ts'

/** An error of the user's: `path` names the file, the message says where in it and what. */
export class ConfigError extends Error implements FileFailure {
  override readonly name = 'ConfigError'
  readonly path: string

  constructor(path: string, message: string, line?: number) {
    super(line === undefined ? message : `line ${line}: ${message}`)
    this.path = path
  }
}
