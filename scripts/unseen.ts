/** Measures the rules on sentences that were written from their pages by people who had not seen the code. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import rules from '../rules/index.ts'
import { readUnseen, UNSEEN_SENTENCES, type UnseenFigures } from './generate/figures.ts'
import { InputError } from './input-error.ts'
import { runScript, type Surroundings } from './run-script.ts'
import { readSentences, tallyByKind, tallyOf, tried, type Tried } from './unseen/sentences.ts'

const USAGE = `npm run unseen -- [RULE…] [options]

Checks the sentences in test/unseen and prints, by kind, how many of the faulty ones are found and how many of the sound ones are left in peace.

  --folder FOLDER  sentences that stand elsewhere
  --misses         print each sentence that fails besides
  --record         write the figures to test/figures/unseen.json
`

/**
 * Does what the arguments ask for.
 * @throws {InputError} for what the caller can set right.
 */
export function unseen(argv: readonly string[], { root, say }: Surroundings): void {
  const { values, positionals } = readArguments(argv)
  if (values.help) return say(USAGE)
  const stranger = positionals.find((id) => !rules.some((rule) => rule.id === id))
  if (stranger !== undefined) throw new InputError(`no rule “${stranger}”`)
  const folder = values.folder ?? join(root, 'test/unseen')
  const figures: Record<string, UnseenFigures | undefined> = { ...readUnseen(root) }
  for (const rule of rules) {
    const file = join(folder, `${rule.id}.yml`)
    if ((positionals.length > 0 && !positionals.includes(rule.id)) || !existsSync(file)) continue
    const all = readSentences(file).map((sentence) => tried(rule, sentence))
    figures[rule.id] = tallyOf(all)
    say(`${rule.id}: ${counted(all)}\n`)
    for (const [kind, some] of tallyByKind(all)) say(`  ${kind}: ${counted(some)}\n`)
    if (values.misses) for (const one of all) if (!one.holds) say(`\n${one.sentence.line}: ${one.sentence.kind}\n${one.sentence.marked.trim()}\n${one.said.map((line) => `> ${line}\n`).join('')}`)
  }
  if (values.record) writeFileSync(join(root, UNSEEN_SENTENCES), `${JSON.stringify(figures, undefined, 2)}\n`)
}

function readArguments(argv: readonly string[]): { values: { help?: boolean, misses?: boolean, record?: boolean, folder?: string }, positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: { help: { type: 'boolean' }, misses: { type: 'boolean' }, record: { type: 'boolean' }, folder: { type: 'string' } } })
  } catch (error) {
    throw new InputError((error as Error).message)
  }
}

function counted(some: readonly Tried[]): string {
  const { found, faulty, quiet, sound } = tallyOf(some)
  const share = (good: number, of: number, word: string): string[] => (of === 0 ? [] : [`${good} of ${of} ${word} (${(good / of).toFixed(2)})`])
  return [...share(found, faulty, 'found'), ...share(quiet, sound, 'left in peace')].join(', ')
}

await runScript('unseen', import.meta.url, unseen)
