/** What a test of a real editor is: `npm run test:editors` runs all files of this folder that end in `.editor.ts`. */

/** The default export of such a file. */
export interface EditorTest {
  /** The editor’s name, as people know it. */
  readonly name: string
  /** What is missing on this machine, in words that say how to get it; nothing where all is there. */
  needs(): string | undefined
  /** Tries the editor. Returns what is wrong, a line each; nothing where all is right. */
  run(): Promise<readonly string[]>
}
