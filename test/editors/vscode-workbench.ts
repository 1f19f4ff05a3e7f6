/**
 * Real VS Code in a real browser, for tests and pictures: code-server, and what somebody in front of it sees and does.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
// Without these the browser asks for updates at every start.
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PATIENCE = 120_000

/** What this needs and the machine lacks, in words that say how to get it; nothing where all is there. */
export function missingForVscode(): string | undefined {
  if (!existsSync(CHROMIUM)) return 'the Debian package chromium'
  const folder = process.env['COPYDESK_CODE_SERVER']
  const how = 'scripts/editors/install-code-server.sh FOLDER, and COPYDESK_CODE_SERVER=FOLDER'
  return folder !== undefined && existsSync(join(folder, 'node_modules/code-server'))
    ? undefined
    : `code-server: ${how}`
}

/** One installation of VS Code with its own settings and extensions, all of it in one folder. */
export class CodeServer implements AsyncDisposable {
  readonly url: string
  readonly #process: ChildProcess

  private constructor(url: string, process: ChildProcess) {
    this.url = url
    this.#process = process
  }

  /**
   * Starts VS Code on a port of its own.
   * @param home Where it keeps everything.
   * @param extension The package of the extension that is installed first.
   * @param settings The user's settings.
   */
  static async start(
    home: string,
    extension: string,
    settings: Readonly<Record<string, unknown>>,
  ): Promise<CodeServer> {
    const user = join(home, 'user')
    mkdirSync(join(user, 'User'), { recursive: true })
    writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...QUIET, ...settings }))
    const folders = ['--user-data-dir', user, '--extensions-dir', join(home, 'extensions')]
    const entry = join(process.env['COPYDESK_CODE_SERVER']!, 'node_modules/code-server/out/node/entry.js')
    const env = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      // Started from a shell, as it thinks: it starts none to ask for the environment.
      VSCODE_CLI: '1',
    }
    execFileSync(process.execPath, [entry, ...folders, '--install-extension', extension], { env, stdio: 'pipe' })
    const port = await freePort()
    const args = [
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
      '--disable-getting-started-override',
    ]
    const server = spawn(process.execPath, [entry, ...folders, ...args], { env, stdio: 'ignore' })
    const running = new CodeServer(`http://127.0.0.1:${port}`, server)
    try {
      await running.#answers()
      return running
    } catch (error) {
      await running[Symbol.asyncDispose]()
      throw error
    }
  }

  async #answers(): Promise<void> {
    const until = Date.now() + PATIENCE
    for (;;) {
      if (this.#process.exitCode !== null) throw new Error(`code-server ended with ${this.#process.exitCode}`)
      const answer = await fetch(`${this.url}/healthz`).catch(() => undefined)
      if (answer?.ok) return
      if (Date.now() > until) throw new Error('code-server doesn’t answer')
      await wait(200)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.kill()
    await Promise.race([ended, wait(5000)])
  }
}

const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'files.autoSave': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'window.menuBarVisibility': 'compact',
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'problems.showCurrentInStatus': false,
  'remote.autoForwardPorts': false,
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** A problem as the list shows it. */
export interface Problem {
  readonly message: string
  readonly rule: string
  /** From 1, as VS Code counts. */
  readonly line: number
  readonly column: number
}

/** A window of VS Code, by what somebody sees and does. */
export class Workbench implements AsyncDisposable {
  readonly page: Page
  readonly #browser: Browser

  private constructor(page: Page, browser: Browser) {
    this.page = page
    this.#browser = browser
  }

  /** Opens a folder in a window. */
  static async open({ url }: CodeServer, folder: string, size = { width: 1280, height: 800 }): Promise<Workbench> {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS })
    const page = await browser.newPage({ viewport: size })
    page.setDefaultTimeout(PATIENCE)
    await page.goto(`${url}/?folder=${encodeURIComponent(folder)}`)
    await page.waitForSelector('.explorer-folders-view .monaco-list-row')
    return new Workbench(page, browser)
  }

  async openFile(name: string): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').getByText(name, { exact: true }).dblclick()
    await this.page.waitForSelector(`.tab.active[data-resource-name="${name}"]`)
  }

  /** Runs a command by its title, as it stands in the palette. */
  async run(title: string): Promise<void> {
    await this.page.keyboard.press('F1')
    const input = this.page.locator('.quick-input-widget input')
    await input.waitFor()
    await input.fill(`>${title}`)
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click()
  }

  /** The problems in the list, once there are as many as expected; those that are there when patience is at its end. */
  async problems(expected: number, patience = 60_000): Promise<readonly Problem[]> {
    const until = Date.now() + patience
    await this.#showProblems()
    for (;;) {
      const problems = await this.#readProblems()
      if (problems.length === expected || Date.now() > until) return problems
      await wait(200)
    }
  }

  async #showProblems(): Promise<void> {
    if (await this.page.locator('.markers-panel').isVisible()) return
    await this.run('Problems: Focus on Problems View')
    await this.page.locator('.markers-panel').waitFor()
  }

  async #readProblems(): Promise<readonly Problem[]> {
    const rows = await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts()
    return rows.flatMap((row) => {
      const [, message, rule, line, column] =
        /^(.*?)\s*copydesk\s*\(?([\w-]+)\)?\s*\[Ln (\d+), Col (\d+)\]\s*$/s.exec(row.replaceAll('\u00A0', ' ')) ?? []
      return message === undefined ? [] : [{ message, rule: rule!, line: Number(line), column: Number(column) }]
    })
  }

  /** Goes to a problem from the list, so that its words are selected in the draft. */
  async goTo(rule: string): Promise<void> {
    await this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: rule }).dblclick()
    await this.page.waitForSelector('.monaco-editor.focused')
  }

  /** Opens what the lightbulb offers where the cursor is. Returns the titles. */
  async openFixes(): Promise<readonly string[]> {
    const fixes = this.page.locator('.action-widget .monaco-list-row.action')
    // While the editor is still looking, there is nothing to offer yet.
    for (const until = Date.now() + PATIENCE; Date.now() < until; await wait(500)) {
      await this.page.keyboard.press('Control+.')
      await fixes
        .first()
        .waitFor({ timeout: 5000 })
        .catch(() => undefined)
      if ((await fixes.count()) > 0) break
    }
    return (await fixes.allInnerTexts()).map((title) => title.trim())
  }

  /** Takes what the open menu offers, by its title. */
  async takeFix(title: string): Promise<void> {
    const chosen = this.page.locator('.action-widget .monaco-list-row.action.focused')
    for (const until = Date.now() + PATIENCE; Date.now() < until; await wait(200)) {
      if ((await chosen.innerText()).trim() === title) return this.page.keyboard.press('Enter')
      await this.page.keyboard.press('ArrowDown')
    }
    throw new Error(`“${title}” can’t be chosen`)
  }

  /** Waits until a text stands somewhere in the window. */
  async sees(selector: string, text: string): Promise<boolean> {
    return this.page
      .locator(selector)
      .filter({ hasText: text })
      .first()
      .waitFor({ timeout: 60_000 })
      .then(
        () => true,
        () => false,
      )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close()
  }
}
