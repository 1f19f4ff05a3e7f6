/** Where git is asked: a folder, with an environment. */

/** Where git is asked. */
export interface GitPlace {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** How long an answer may take, in milliseconds; left out, two minutes. */
  readonly patience?: number
}
