/** The scenario in the editors that need no screen, where they are installed; `npm run test:editors` tries them all. */
import { describe, expect, it } from 'vitest'
import emacs from './emacs.editor.ts'
import neovim from './neovim.editor.ts'
import vim from './vim.editor.ts'

// An editor that hangs is ended sooner.
const TIMEOUT = 320_000

const editors = [neovim, emacs, vim].map(({ name, needs, run }) => {
  const missing = needs()
  return {
    title: missing === undefined ? name : `${name}, skipped: it needs ${missing}`,
    isMissing: missing !== undefined,
    run,
  }
})

describe.each(editors)('$title', ({ isMissing, run }) => {
  it.skipIf(isMissing)(
    'passes the scenario, with the settings of its page',
    async () => {
      expect(await run()).toEqual([])
    },
    TIMEOUT,
  )
})
