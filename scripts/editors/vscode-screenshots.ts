/**
 * Takes the pictures of VS Code for the pages: a draft with its problems and a quick fix, a hover, the settings. It
 * wants ImageMagick.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CodeServer, missingForVscode, Workbench } from '../../test/editors/vscode-workbench.ts'
import { InputError } from '../input-error.ts'
import { runScript } from '../run-script.ts'
import { missingForPackage, packageVscode } from './vscode-package.ts'

const DRAFTS = fileURLToPath(new URL('../../editors/vscode/drafts', import.meta.url))
const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.renderWhitespace': 'none',
}
// Time for what moves and fades.
const CALM = 1500

await runScript('vscode-screenshots', import.meta.url, async (argv, { root, say }) => {
  const missing = missingForVscode() ?? missingForPackage()
  if (missing !== undefined) throw new InputError(`it needs ${missing}`)
  const images = argv[0] ?? join(root, 'docs/images')
  mkdirSync(images, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-pictures-'))
  try {
    const drafts = join(folder, 'drafts')
    cpSync(DRAFTS, drafts, { recursive: true })
    await using server = await CodeServer.start(join(folder, 'home'), await packageVscode(folder), SETTINGS)
    await using workbench = await Workbench.open(server, drafts)
    const { page } = workbench
    const take = async (name: string): Promise<void> => {
      await wait(CALM)
      const path = join(images, `vscode-${name}.png`)
      await page.screenshot({ path })
      keepFewColours(path)
      say(`${path}\n`)
    }
    await workbench.openFile('ferries.txt')
    await workbench.problems(5)
    await workbench.goTo('repeated-word')
    await workbench.openFixes()
    await take('findings')
    await page.keyboard.press('Escape')
    await workbench.goTo('self-reference')
    // The list makes room for the hover.
    await page.keyboard.press('Control+J')
    await workbench.run('Show or Focus Hover')
    await workbench.sees('.monaco-hover', 'must fix')
    await take('hover')
    await page.keyboard.press('Escape')
    await workbench.run('Preferences: Open Settings (UI)')
    await page.locator('.settings-editor .suggest-input-container .monaco-editor').first().click()
    await page.keyboard.insertText('copydesk.rules')
    await workbench.sees('.settings-editor .setting-item', 'Encoding-damage')
    await take('settings')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** Keeps the 256 most frequent colours of a picture: a window is mostly flat, and half the bytes go. */
function keepFewColours(path: string): void {
  const histogram = execFileSync('convert', [path, '-format', '%c', 'histogram:info:-'], { encoding: 'utf8' })
  const colours = [...histogram.matchAll(/^\s*(\d+):.*(#[\dA-F]{6})/gm)]
    .toSorted(([, one], [, other]) => Number(other) - Number(one))
    .slice(0, 256)
  const palette = [
    '(',
    '-size',
    '1x1',
    ...colours.map(([, , colour]) => `xc:${colour}`),
    '+append',
    '-write',
    'mpr:palette',
    '+delete',
    ')',
  ]
  execFileSync('convert', [
    path,
    ...palette,
    '+dither',
    '-remap',
    'mpr:palette',
    '-strip',
    '-define',
    'png:exclude-chunks=date,time',
    `PNG8:${path}`,
  ])
}
