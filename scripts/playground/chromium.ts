/** Chromium for tests, figures and pictures, where the machine has one: `CHROMIUM` names it, or it is Debian's. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
// A browser that a script drives asks nobody for anything by itself.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where it is; nothing where there is none, and its tests are skipped. */
export const CHROMIUM: string | undefined = process.env['CHROMIUM'] ?? PLACES.find((path) => existsSync(path))

if (CHROMIUM === undefined)
  process.stderr.write(
    'No Chromium here, so that the tests in one are skipped; `apt-get install chromium`, or CHROMIUM=/its/path.\n',
  )

/** Starts it without a window, in a profile of its own. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, headless: true, args: FLAGS })
}
