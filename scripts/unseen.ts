/** Measures the rules on sentences that were written from their pages by people who had not seen the code. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import rules from '../rules/index.ts'
import { readUnseen, UNSEEN_SENTENCES, type UnseenFigures, type UnseenTally } from './generate/figures.ts'
import { InputError } from './input-error.ts'
import { runScript, type ScriptWorld } from './run-script.ts'
import { HELD_OUT, readSentences, tallyByKind, tallyOf, tried, type Tried } from './unseen/sentences.ts'

const USAGE = `npm run unseen -- [RULE…] [options]

Checks the sentences in test/unseen and prints, by kind, how many of the faulty ones are found and how many of the sound ones are left in peace;
of those held out, in test/unseen/held-out, only how many: whoever writes a rule doesn't read them.

  --folder FOLDER  sentences that stand elsewhere
  --misses         print each sentence that fails besides
  --record         write the figures to test/figures/unseen.json
`

/**
 * Does what the arguments ask for.
 * @throws {InputError} for what the caller can set right.
 */
export function unseen(argv: readonly string[], { root, say }: ScriptWorld): void {
  const { values, positionals } = readArguments(argv)
  if (values.help) return say(USAGE)
  const stranger = positionals.find((id) => !rules.some((rule) => rule.id === id))
  if (stranger !== undefined) throw new InputError(`no rule “${stranger}”`)
  const folder = values.folder ?? join(root, 'test/unseen')
  const figures: Record<string, UnseenFigures | undefined> = { ...readUnseen(root) }
  for (const rule of rules) {
    if (positionals.length > 0 && !positionals.includes(rule.id)) continue
    const tell = (file: string, name: string, isHeldOut: boolean): UnseenTally | undefined => {
      if (!existsSync(file)) return undefined
      const all = readSentences(file).map((sentence) => tried(rule, sentence))
      say(`${name}: ${counted(all)}\n`)
      if (isHeldOut) return tallyOf(all)
      for (const [kind, some] of tallyByKind(all)) say(`  ${kind}: ${counted(some)}\n`)
      if (values.misses)
        say(
          all
            .filter(({ holds }) => !holds)
            .map(told)
            .join(''),
        )
      return tallyOf(all)
    }
    const tally = tell(join(folder, `${rule.id}.yml`), rule.id, false)
    const heldOut = tell(join(folder, HELD_OUT, `${rule.id}.yml`), `${rule.id}, held out`, true)
    if (tally) figures[rule.id] = { ...tally, ...(heldOut ? { heldOut } : {}) }
  }
  if (values.record) writeFileSync(join(root, UNSEEN_SENTENCES), `${JSON.stringify(figures, undefined, 2)}\n`)
}

function readArguments(argv: readonly string[]): {
  values: { help?: boolean; misses?: boolean; record?: boolean; folder?: string }
  positionals: string[]
} {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        misses: { type: 'boolean' },
        record: { type: 'boolean' },
        folder: { type: 'string' },
      },
    })
  } catch (error) {
    throw new InputError((error as Error).message)
  }
}

function told({ sentence: { line, kind, marked }, said }: Tried): string {
  return `\n${line}: ${kind}\n${marked.trim()}\n${said.map((message) => `> ${message}\n`).join('')}`
}

function counted(some: readonly Tried[]): string {
  const { found, faulty, quiet, sound } = tallyOf(some)
  const share = (good: number, of: number, word: string): string[] =>
    of === 0 ? [] : [`${good} of ${of} ${word} (${(good / of).toFixed(2)})`]
  return [...share(found, faulty, 'found'), ...share(quiet, sound, 'left in peace')].join(', ')
}

await runScript('unseen', import.meta.url, unseen)
