/** Uses the playground as people do, in Chromium, opened as a file and without a network. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { draftIn, fragmentOf, type Draft } from '../../playground/draft-link.ts'
import { buildPlayground } from '../../scripts/build-playground.ts'
import { CHROMIUM, startChromium } from '../../scripts/playground/chromium.ts'

const DRAFT = [
  '🚢 Norvik puts off the ferry',
  '',
  'The board put off the the launch on Saturday, July 17, 2020, after workers workers asked for more time.',
  '',
  'The ship was promised for September 31 and will sail in spring, the firm said.',
  '',
  'Sign up for our newsletter',
].join('\r\n')
const FOUND = ['the the', 'Saturday, July 17, 2020', 'workers workers', 'September 31', 'Sign up for our newsletter']

let browser: Browser
let folder: string
let page: Page
/** What the page asked for, and what was said on its console, where Chromium tells what a policy refuses. */
let asked: string[]
let said: string[]

beforeAll(async () => {
  if (CHROMIUM === undefined) return
  folder = mkdtempSync(join(tmpdir(), 'copydesk-playground-'))
  await buildPlayground(folder)
  browser = await startChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

afterEach(async () => {
  const [requests, words] = [asked, said]
  await page.context().close()
  // After every test: nobody was asked for anything, and the page's policy had nothing to refuse.
  const strange = [
    ...requests.filter((address) => !address.startsWith('file:') && !address.startsWith('blob:')),
    ...words,
  ]
  if (strange.length > 0) throw new Error(strange.join('\n'))
})

async function open(fragment = '', options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  await context.setOffline(true)
  context.setDefaultTimeout(60_000)
  page = await context.newPage()
  asked = []
  said = []
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => said.push(`error: ${error.message}`))
  await page.goto(`${pathToFileURL(join(folder, 'index.html')).href}${fragment}`)
  await page.locator('#verdict .stamp').waitFor()
}

const openDraft = async (draft: Draft, options?: BrowserContextOptions): Promise<void> =>
  open(await fragmentOf(draft), options)
const verdict = async (text: string): Promise<void> =>
  page
    .waitForFunction((wanted) => document.getElementById('verdict')!.textContent === wanted, text)
    .then(() => undefined)
const marks = async (): Promise<string[]> => page.locator('.cm-lintRange').allTextContents()
const current = async (): Promise<string | null> => page.locator('.say[aria-current="true"] .words').textContent()
const selection = async (): Promise<string> =>
  page.evaluate(() =>
    (document.getElementById('editor')!.shadowRoot as unknown as { getSelection(): Selection })
      .getSelection()
      .toString(),
  )
/**
 * The draft as the page would send it: by its link, which is there when a notice, and not the one of the link before,
 * says so.
 */
const draft = async (): Promise<Draft> => {
  await page.locator('#notice').evaluate((notice) => {
    notice.textContent = ''
  })
  await page.locator('#link').click()
  const written = await page.waitForFunction(
    () => document.getElementById('notice')!.textContent!.includes('link') && location.hash,
  )
  return (await draftIn((await written.jsonValue()) as string))!
}

describe.skipIf(CHROMIUM === undefined)('the playground', () => {
  it('passes the scenario: an emoji, CRLF, five findings, a quick fix, a change of the config', async () => {
    await open()
    await page.locator('#file').setInputFiles({ name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(DRAFT) })
    await verdict('STOP: 4 must-fix, 1 to look at')
    expect(await marks()).toEqual(FOUND)
    expect(await page.locator('#list .line').allTextContents()).toEqual(['3', '3', '5', '7', '3'])
    // A quick fix, and its undoing.
    await page.getByRole('button', { name: 'Delete one', exact: true }).first().click()
    await verdict('STOP: 3 must-fix, 1 to look at')
    expect((await draft()).text).toBe(DRAFT.replace('the the', 'the'))
    await page.getByRole('textbox', { name: 'Draft' }).press('Control+z')
    await verdict('STOP: 4 must-fix, 1 to look at')
    expect((await draft()).text).toBe(DRAFT)
    // The config.
    await page.getByRole('button', { name: 'House rules' }).click()
    await page.getByLabel('Your copydesk.yml').fill('rules:\n  repeated-word: off\n')
    await verdict('STOP: 3 must-fix')
    expect(await marks()).toEqual(FOUND.filter((words) => !words.includes('the the') && !words.includes('workers')))
    await page.getByLabel('Your copydesk.yml').fill('rules:\n  repeated-wrd: off\n')
    await page.getByText('Line 2: there is no rule “repeated-wrd”; did you mean “repeated-word”?').waitFor()
    await page.getByLabel('Your copydesk.yml').fill('')
    await verdict('STOP: 4 must-fix, 1 to look at')
    expect(await page.locator('#config-problem').textContent()).toBe('')
  }, 180_000)

  it('opens as a file without a network, and asks nobody for anything', async () => {
    await open()
    await verdict('STOP: 5 must-fix, 1 to look at')
    expect(new Set(asked.map((address) => new URL(address).protocol))).toEqual(new Set(['file:', 'blob:']))
    expect(asked.filter((address) => address.startsWith('file:'))).toHaveLength(1)
    const policy = await page.locator('meta[http-equiv]').getAttribute('content')
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+'; worker-src blob:; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types copydesk$/,
    )
  }, 180_000)

  it('runs nothing that a draft, a link, a file’s name or a config brings along', async () => {
    const attack =
      '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script></script><svg onload="window.hacked=1">'
    const text = `# The the ${attack}\n\nNorvik sued Norvik [here](javascript:window.hacked=1) and <a href="javascript:window.hacked=1">the the</a> “${attack}”.\n\nThe \u202Ethe end\u2066 of of it. ]]>-->\n`
    for (const format of ['text', 'markdown', 'html', 'mdx']) {
      await openDraft({
        text,
        format,
        path: `${attack}.md`,
        kind: attack,
        date: attack,
        config: `rules: {'${attack.replaceAll("'", '')}': off}`,
      })
      await page.locator('#config-problem', { hasText: 'there is no rule' }).waitFor()
      await page.getByLabel('Your copydesk.yml').fill('')
      await page.locator('#list .finding').first().waitFor()
      for (const words of await page.locator('#list').allTextContents())
        expect(words).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      await page.locator('.cm-lintRange').first().hover()
      await page.locator('.cm-tooltip .copydesk-message').first().waitFor()
      expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined()
      expect(
        await page
          .locator('script, img:not(.cm-widgetBuffer), svg, iframe, [onerror], [onload], a[href^="javascript:" i]')
          .count(),
      ).toBe(1)
      await page.context().close()
    }
    await open()
    await page
      .locator('#file')
      .setInputFiles({ name: `${attack}.txt`, mimeType: 'text/plain', buffer: Buffer.from([0x66, 0xff]) })
    await page.getByText('is not UTF-8').waitFor()
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined()
  }, 180_000)

  it('can be used with the keyboard alone', async () => {
    await openDraft({ text: DRAFT })
    await verdict('STOP: 4 must-fix, 1 to look at')
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the draft')
    await press('Enter', 'F8')
    expect(await selection()).toBe('the the')
    await press('F8')
    expect(await selection()).toBe('Saturday, July 17, 2020')
    expect(await current()).toContain('was a Friday')
    await press('Shift+F8', 'Control+.')
    await verdict('STOP: 3 must-fix, 1 to look at')
    await press('Control+z')
    await verdict('STOP: 4 must-fix, 1 to look at')
    // Out of the draft, and along the list: the draft shows what has the focus.
    await press('Tab')
    expect(await page.locator(':focus').getAttribute('class')).toBe('say')
    await press('ArrowDown', 'ArrowDown')
    expect(await current()).toContain('“September 31” never comes')
    expect(await page.locator(':focus').textContent()).toContain('never comes')
    await press('ArrowUp', 'ArrowUp', 'Tab', 'Enter')
    await verdict('STOP: 3 must-fix, 1 to look at')
    // What was mended is gone, and the focus is on what stands in its place.
    expect(await page.locator(':focus').getAttribute('class')).toBe('say')
    await press('Enter')
    expect(await selection()).toBe('Saturday, July 17, 2020')
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('editor')
  }, 180_000)

  it('has a name and a role for everything, says its verdict, and passes axe, light and dark, wide and narrow', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await openDraft(
          { text: DRAFT, config: 'rules: {repeated-word: warning}' },
          { colorScheme, viewport, reducedMotion: 'reduce' },
        )
        await verdict('STOP: 3 must-fix, 2 to look at')
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: {
              run(
                options: object,
              ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>
            }
          }
          const found = await axe.run({
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          })
          return found.violations.map(
            ({ id, nodes }) =>
              `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
          )
        })
        expect(violations).toEqual([])
        for (const [role, name] of [
          ['textbox', 'Draft'],
          ['region', 'Draft'],
          ['region', /^STOP/],
          ['heading', /^STOP ?: ?3 must-fix, 2 to look at$/],
          ['heading', /^Must fix/],
          ['combobox', 'Sample'],
          ['combobox', 'Read as'],
          ['button', 'Copy link'],
          ['button', 'Dark'],
          ['textbox', 'Your copydesk.yml'],
          ['button', 'Line 3: “the” stands twice in a row; delete one, unless another word was meant there.'],
          ['link', 'A word twice: about this rule (new tab)'],
        ] as const) {
          expect(await page.getByRole(role, { name, exact: true }).count(), `${role} ${String(name)}`).toBeGreaterThan(
            0,
          )
        }
        expect(await page.locator('#live').textContent()).toBe('STOP: 3 must-fix, 2 to look at')
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
        await page.context().close()
      }
    }
    await open()
  }, 180_000)

  it('is light or dark as the system is, until one chooses', async () => {
    await open('', { colorScheme: 'dark' })
    const paper = async (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(await paper()).toBe('rgb(21, 23, 26)')
    await page.getByRole('button', { name: 'Dark', pressed: true }).click()
    expect(await paper()).toBe('rgb(243, 239, 230)')
    await page.reload()
    await page.locator('#verdict .stamp').waitFor()
    expect(await paper()).toBe('rgb(243, 239, 230)')
  }, 180_000)

  it('makes links that carry the draft, and reads them', async () => {
    const given: Draft = {
      text: DRAFT,
      lineEnd: '\r\n',
      format: 'markdown',
      path: 'ferry.md',
      kind: 'opinion',
      date: '2026-03-01',
      config: 'rules: {repeated-word: off}',
    }
    await openDraft(given)
    await verdict('STOP: 3 must-fix')
    expect(await draft()).toEqual(given)
    // Another one in the same page, and a broken one.
    await page.evaluate(
      (fragment) => {
        location.hash = fragment
      },
      await fragmentOf({ text: 'All is well here.' }),
    )
    await verdict('CLEAN')
    await page.evaluate(() => {
      location.hash = '#draft=AAAA'
    })
    await page.getByText('can’t be read; it may have been cut').waitFor()
    // Long ones are told, and those that are too long are not made.
    const words = Array.from({ length: 30_000 }, (_, index) => ((index * 7919) % 104_729).toString(36)).join(' ')
    await page.evaluate(
      (fragment) => {
        location.hash = fragment
      },
      await fragmentOf({ text: words.slice(0, 40_000) }),
    )
    await page.waitForFunction(() => /[2-9],\d{3} words/.test(document.getElementById('count')!.textContent!))
    await page.locator('#link').click()
    await page.getByText('some programs cut links as long as that').waitFor()
  }, 180_000)

  it('takes a file that is dropped on it, decodes it, and says where it can’t', async () => {
    await open()
    const drop = async (name: string, bytes: readonly number[]): Promise<void> =>
      page.evaluate(
        ([name, bytes]) => {
          const data = new DataTransfer()
          data.items.add(new File([new Uint8Array(bytes)], name))
          document
            .querySelector('#editor')!
            .dispatchEvent(
              new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, composed: true }),
            )
        },
        [name, bytes] as const,
      )
    await drop('utf16.md', [0xff, 0xfe, ...Buffer.from('# The the end\n', 'utf16le')])
    await verdict('STOP: 1 must-fix')
    expect(await page.locator('#count').textContent()).toBe('3 words · Markdown')
    await drop('picture.png', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0])
    await page.getByText('“picture.png” is not UTF-8 (line 1, byte 1 of the file); save it as UTF-8.').waitFor()
    expect(await marks()).toEqual(['The the'])
  }, 180_000)

  it('has samples, formats, kinds and dates, and a page for each rule', async () => {
    await open()
    await page.getByLabel('Sample').selectOption({ label: 'market report' })
    await verdict('STOP: 5 must-fix, 2 to look at')
    await page.getByLabel('Sample').selectOption({ label: 'clean wire story' })
    await verdict('CLEAN')
    await page.getByRole('button', { name: 'Empty' }).click()
    await verdict('EMPTY: no words to check')
    await page.keyboard.type('<p>The the end.</p>')
    await page.getByLabel('Read as').selectOption('text')
    await page.locator('#count', { hasText: 'plain text' }).waitFor()
    await page.getByLabel('Read as').selectOption('HTML')
    await page.locator('#count', { hasText: 'HTML' }).waitFor()
    const link = page.getByRole('link', { name: /^A word twice/ }).first()
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await opened.getByRole('heading', { name: 'A word twice (repeated-word)' }).waitFor()
    expect(await opened.locator('pre mark').first().textContent()).toBe('the the')
    expect(await opened.evaluate(() => window.opener)).toBeNull()
  }, 180_000)
})
