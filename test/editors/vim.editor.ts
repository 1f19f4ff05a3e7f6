/** The scenario in real Vim with ALE, with the settings of its page. */
import { existsSync, readFileSync } from 'node:fs'
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
  type Outcome,
} from './editor-trial.ts'
import { settingsIn } from './page-settings.ts'

const SCRIPT = readFileSync(new URL('vim-scenario.vim', import.meta.url), 'utf8')

export default {
  name: 'Vim',
  needs: () =>
    isInstalled('vim') && existsSync('/usr/share/vim-ale') && isInstalled('script')
      ? undefined
      : 'the Debian packages vim-nox and vim-ale',
  run: async () => [
    ...(await tryEditor('vim', start(''), judge)),
    ...(await tryEditor('vim', start(settingsIn('vim.md', 'Options', 'vim')), judgeOpened)),
  ],
} satisfies EditorTest

function start(options: string): Parameters<typeof tryEditor>[1] {
  const linter = settingsIn('vim.md', 'ALE', 'vim', 2)
  return {
    command: ['vim', 'draft.txt', '-S', '~/scenario.vim'],
    hasTerminal: true,
    isOpenedOnly: options !== '',
    home: {
      '.vimrc': settingsIn('vim.md', 'ALE', 'vim'),
      '.vim/ale_linters/text/copydesk.vim': linter.replace(/^.*positionEncoding.*\n/m, (line) => line + options),
      'scenario.vim': SCRIPT,
    },
  }
}

function judge(outcome: Outcome): readonly string[] {
  const { quickFix, afterQuickFixAndConfig, ignore } = SCENARIO
  return [
    ...findingsUnlike(outcome.seen.get('opened'), (line, from, to, number) => [
      number + 1,
      bytesBefore(line, from) + 1,
      bytesBefore(line, to),
    ]),
    ...lacks(outcome, 'hover', quickFix.rule, 'must fix', quickFix.title.toLowerCase()),
    ...lacks(outcome, 'menu', quickFix.title),
    ...rulesUnlike(outcome, 'fixed', AFTER_QUICK_FIX),
    ...lacks(outcome, 'fixed', quickFix.after),
    ...fileUnlike(outcome, 'draft.txt', FIXED_DRAFT),
    ...rulesUnlike(outcome, 'configured', afterQuickFixAndConfig),
    ...(outcome.seen.get('ignore menu without a side file')?.titles?.includes(ignore.title)
      ? ['ALE is offered to make a file, which it can’t']
      : []),
    ...lacks(outcome, 'ignore menu', ignore.title),
    ...rulesUnlike(
      outcome,
      'ignored',
      afterQuickFixAndConfig.filter((rule) => rule !== ignore.rule),
    ),
    ...(outcome.servers.length === 1 ? [] : [`${outcome.servers.length} servers were started`]),
    ...outcome.servers.filter(({ ended }) => ended === 1).map(() => 'a server ended with 1'),
  ]
}
