/** The review page in a real browser, opened from disk as a reader would. */
import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { CHROMIUM } from './needs.ts'

/** Without sandbox and graphics card, as machines for tests are; and without what Chromium would fetch by itself. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function startBrowser(): Promise<Browser> {
  const executablePath = execFileSync('sh', ['-c', 'command -v "$0"', CHROMIUM], { encoding: 'utf8' }).trim()
  return chromium.launch({ executablePath, args: FLAGS })
}

export interface OpenPage {
  page: Page
  /** What should not have been: errors, warnings of the console, requests that leave the page. */
  faults: string[]
  /** Opens the page anew, as on the next visit of the same browser. */
  again(): Promise<void>
}

export async function open(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const page = await context.newPage()
  const url = pathToFileURL(file).href
  const faults: string[] = []
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('request', (request) => {
    const to = request.url()
    if (to !== url && !to.startsWith('blob:')) faults.push(to)
  })
  const again = async () => {
    await page.goto(url)
  }
  await again()
  return { page, faults, again }
}
