/** The scenario in real Neovim, with the settings of its page. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { EditorTest } from './editor-test.ts'
import {
  AFTER_QUICK_FIX,
  bytesBefore,
  fileUnlike,
  findingsUnlike,
  FIXED_DRAFT,
  isInstalled,
  lacks,
  judgeOpened,
  rulesUnlike,
  SCENARIO,
  tryEditor,
  unlike,
  type Outcome,
} from './editor-trial.ts'
import { settingsIn } from './page-settings.ts'

const SCRIPT = readFileSync(new URL('neovim-scenario.lua', import.meta.url), 'utf8')

export default {
  name: 'Neovim',
  needs: () => (isInstalled('nvim') ? undefined : 'the Debian package neovim'),
  run: async () => [
    ...(await tryEditor('neovim', start(''), judge)),
    ...(await tryEditor('neovim', start(settingsIn('neovim.md', 'Options', 'lua')), judgeOpened)),
  ],
} satisfies EditorTest

function start(options: string): Parameters<typeof tryEditor>[1] {
  const settings = settingsIn(
    'neovim.md',
    minorVersion() < 11 ? 'Neovim 0.7 to 0.10' : 'Neovim 0.11 and later',
    'lua',
  ).replace(/^ *cmd = .*$/m, `$&\n${options}`)
  return {
    command: ['nvim', '--headless', 'draft.txt', '-c', 'luafile ~/scenario.lua'],
    hasTerminal: false,
    isOpenedOnly: options !== '',
    home: { '.config/nvim/init.lua': settings, 'scenario.lua': SCRIPT },
  }
}

function minorVersion(): number {
  return Number(/^NVIM v0\.(\d+)/.exec(execFileSync('nvim', ['--version'], { encoding: 'utf8' }))?.[1])
}

function judge(outcome: Outcome): readonly string[] {
  const { quickFix, afterQuickFixAndConfig, ignore } = SCENARIO
  return [
    ...findingsUnlike(outcome.seen.get('opened'), (line, from, to, number) => [
      number,
      bytesBefore(line, from),
      bytesBefore(line, to),
    ]),
    ...lacks(outcome, 'hover', quickFix.rule, 'must fix', quickFix.title.toLowerCase()),
    ...lacks(outcome, 'menu', quickFix.title),
    ...rulesUnlike(outcome, 'fixed', AFTER_QUICK_FIX),
    ...lacks(outcome, 'fixed', quickFix.after),
    ...fileUnlike(outcome, 'draft.txt', FIXED_DRAFT),
    ...rulesUnlike(outcome, 'configured', afterQuickFixAndConfig),
    ...lacks(outcome, 'ignore menu', ignore.title),
    ...rulesUnlike(
      outcome,
      'ignored',
      afterQuickFixAndConfig.filter((rule) => rule !== ignore.rule),
    ),
    ...unlike(
      'the server’s ends',
      outcome.servers.map(({ args, ended }) => `${args.join(' ')} ${ended}`),
      ['lsp 0'],
    ),
  ]
}
