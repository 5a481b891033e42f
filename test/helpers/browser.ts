import chromium from '@sparticuz/chromium'
import { type Page, chromium as playwright } from 'playwright-core'

export interface OpenPage {
  readonly page: Page
  readonly close: () => Promise<void>
}

/**
 * A blank page of a real Chromium that reaches no network.
 *
 * @param size - Of what is seen of the page.
 * @returns The page; `close` ends the browser.
 */
export async function openPage(size: {
  width: number
  height: number
}): Promise<OpenPage> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
  })
  const context = await browser.newContext({ viewport: size, offline: true })
  // The loader of TypeScript names functions by a helper that a page lacks; it
  // numbers the helper where the name is taken.
  await context.addInitScript(
    'globalThis.__name = globalThis.__name2 = (named) => named',
  )
  return { page: await context.newPage(), close: () => browser.close() }
}
