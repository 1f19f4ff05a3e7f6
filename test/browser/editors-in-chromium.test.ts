/** Uses the plugins for CodeMirror and ProseMirror in Chromium, in a page whose policy allows next to nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker } from '../../scripts/browser-bundle.mjs'
import { CHROMIUM, startChromium } from '../../scripts/playground/chromium.ts'
import { ROOT } from '../rule-folders.ts'

const POLICY =
  "default-src 'none'; script-src 'nonce-test'; style-src 'nonce-test'; worker-src blob:; img-src data:; require-trusted-types-for 'script'; trusted-types test"

interface Editors {
  readonly failures: readonly string[]
  cmText(): string
  pmText(): string
  walk(): boolean
  selected(): string
  mend(): boolean
  configure(text: string): void
  close(): void
}

let browser: Browser
let folder: string
let page: Page
const said: string[] = []

beforeAll(async () => {
  if (CHROMIUM === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'copydesk-editors-'))
  const { code } = await bundleWorker(esbuild)
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: ['test/browser/editors-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    conditions: ['copydesk-source'],
    define: { WORKER_CODE: JSON.stringify(code) },
    logLevel: 'silent',
  })
  const script = outputFiles[0]!.text.replace(/<(?=!--|\/?script)/gi, String.raw`\x3C`)
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <style nonce="test">.ProseMirror { white-space: pre-wrap }</style><div id="cm"></div><div id="pm"></div><script nonce="test">${script}</script>`,
  )
  browser = await startChromium()
  page = await (await browser.newContext({ offline: true })).newPage()
  page.setDefaultTimeout(60_000)
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', ({ message }) => said.push(message))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
}, 120_000)

afterAll(async () => {
  await browser?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

const ask = async <Answer>(what: (editors: Editors) => Answer): Promise<Answer> =>
  page.evaluate(`(${what.toString()})(window.editors)`)
const marks = (editor: string, selector: string, words: readonly string[]): Promise<unknown> =>
  page.waitForFunction(
    ([selector, words]) =>
      JSON.stringify([...document.querySelectorAll(selector)].map(({ textContent }) => textContent)) === words,
    [`#${editor} ${selector}`, JSON.stringify(words)] as const,
  )

describe.skipIf(CHROMIUM === undefined)('the plugins in a page', () => {
  it('mark what they find, tell it, and mend it: CodeMirror', async () => {
    await marks('cm', '.cm-lintRange', ['the the', 'workers workers'])
    await page.locator('.cm-lintRange-error').hover()
    expect(await page.locator('.cm-tooltip .copydesk-words').textContent()).toBe(
      '“the” stands twice in a row; delete one, unless another word was meant there.',
    )
    expect(await page.locator('.cm-tooltip a').getAttribute('href')).toBe('rules/repeated-word.html')
    await page.locator('.cm-tooltip .cm-diagnosticAction').first().click()
    await marks('cm', '.cm-lintRange', ['workers workers'])
    expect(await ask((editors) => editors.cmText())).toBe(
      'The board put off the launch.\nHe told workers workers to wait.',
    )
    await page.locator('#cm .cm-content').press('Control+z')
    await marks('cm', '.cm-lintRange', ['the the', 'workers workers'])
    await page.locator('#cm .cm-content').press('F8')
    await page.keyboard.type('a')
    await marks('cm', '.cm-lintRange', ['workers workers'])
  }, 180_000)

  it('mark what they find, walk to it, and mend it: ProseMirror', async () => {
    await marks('pm', '.copydesk-finding', ['the the', 'Sign up for our newsletter'])
    expect(await page.locator('#pm .copydesk-error').first().getAttribute('title')).toBe(
      '“the” stands twice in a row; delete one, unless another word was meant there',
    )
    expect(await ask((editors) => [editors.walk(), editors.selected(), editors.walk(), editors.selected()])).toEqual([
      true,
      'the the',
      true,
      'Sign up for our newsletter',
    ])
    expect(await ask((editors) => editors.mend())).toBe(true)
    await marks('pm', '.copydesk-finding', ['Sign up for our newsletter'])
    expect(await ask((editors) => editors.pmText())).toBe(
      'The board put off the launch & left.\nSign up for our newsletter',
    )
    await page.locator('#pm p').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' He said on on Monday.')
    await marks('pm', '.copydesk-finding', ['on on', 'Sign up for our newsletter'])
  }, 180_000)

  it('follow a config that changes, and tell what they can’t follow', async () => {
    await ask((editors) => editors.configure('rules: {repeated-word: off}'))
    await marks('pm', '.copydesk-finding', ['Sign up for our newsletter'])
    await marks('cm', '.cm-lintRange', [])
    await ask((editors) => editors.configure('rulez: {}'))
    await page.waitForFunction(() => (window as unknown as { editors: Editors }).editors.failures.length === 2)
    expect(await ask((editors) => editors.failures)).toEqual(
      Array.from({ length: 2 }, () => 'a config has no key “rulez”; did you mean “rules”?'),
    )
  }, 120_000)

  it('bring nothing that a strict policy refuses, and go quietly', async () => {
    await ask((editors) => editors.close())
    expect(said).toEqual([])
  })
})
