/** The scenario in real Emacs with Eglot, with the settings of its page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { EditorTest } from './editor-test.ts'
import {
  AFTER_QUICK_FIX,
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

// In a new home Emacs would compile all that it loads, for a minute, and show what it thinks of it.
const QUIET = '(setq native-comp-deferred-compilation nil native-comp-jit-compilation nil)\n'
const PACKAGES = '/usr/share/emacs/site-lisp/elpa-src'
const SCRIPT = readFileSync(new URL('emacs-scenario.el', import.meta.url), 'utf8')

export default {
  name: 'Emacs',
  needs: () =>
    isInstalled('emacs') && hasEglot() && isInstalled('script')
      ? undefined
      : 'the Debian packages emacs-nox and elpa-eglot',
  run: async () => [
    ...(await tryEditor('emacs', start(''), judge)),
    ...(await tryEditor('emacs', start(settingsIn('emacs.md', 'Options', 'elisp')), judgeOpened)),
  ],
} satisfies EditorTest

function hasEglot(): boolean {
  return existsSync(PACKAGES) && readdirSync(PACKAGES).some((name) => name.startsWith('eglot-'))
}

function start(options: string): Parameters<typeof tryEditor>[1] {
  const settings = settingsIn('emacs.md', 'Settings', 'elisp').replace(
    '("copydesk" "lsp")',
    (command) => options || command,
  )
  return {
    command: ['emacs', '-nw', 'draft.txt'],
    hasTerminal: true,
    isOpenedOnly: options !== '',
    home: {
      '.emacs.d/early-init.el': QUIET,
      '.emacs.d/init.el': `${settings}(load "~/scenario.el")\n`,
      'scenario.el': SCRIPT,
    },
  }
}

function judge(outcome: Outcome): readonly string[] {
  const { quickFix, afterQuickFixAndConfig, ignore } = SCENARIO
  const left = afterQuickFixAndConfig.filter((rule) => rule !== ignore.rule)
  return [
    ...findingsUnlike(outcome.seen.get('opened'), (line, from, to, number) => [
      number + 1,
      placeOf(number, line, from),
      placeOf(number, line, to),
    ]),
    ...lacks(outcome, 'hover', quickFix.rule, 'must fix', quickFix.title.toLowerCase()),
    ...lacks(outcome, 'menu', quickFix.title),
    ...rulesUnlike(outcome, 'fixed', AFTER_QUICK_FIX),
    ...lacks(outcome, 'fixed', quickFix.after),
    ...fileUnlike(outcome, 'draft.txt', FIXED_DRAFT),
    ...rulesUnlike(outcome, 'configured', afterQuickFixAndConfig),
    ...(outcome.seen.get('ignore menu without a side file')?.titles?.includes(ignore.title)
      ? ['Eglot is offered to make a file, which it can’t']
      : []),
    ...lacks(outcome, 'ignore menu', ignore.title),
    ...rulesUnlike(outcome, 'ignored', left),
    ...rulesUnlike(outcome, 'started again', left),
    // Eglot asks a server to shut down and gives it a tenth of a second; Emacs itself, when it ends, doesn’t ask.
    ...unlike(
      'the servers that were asked to shut down',
      outcome.servers.map(({ isAsked }) => String(isAsked)),
      ['true', 'false'],
    ),
    ...outcome.servers.filter(({ ended }) => ended === 1).map(() => 'a server ended with 1'),
  ]
}

/** A position as Emacs counts: characters from the start of the buffer, from 1, a line’s end being one. */
function placeOf(number: number, line: string, letters: number): number {
  const before =
    SCENARIO.draft
      .split('\r\n')
      .slice(0, number)
      .map((one) => `${one}\n`)
      .join('') + line.slice(0, letters)
  return [...before].length + 1
}
