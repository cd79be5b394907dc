import type { TestContext } from '@japa/runner/core'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  request,
} from 'playwright'
import { endEvidence, keepEvidence } from '#tests/browser/made/evidence'
import { codeMailedTo } from '#tests/made/mails'
import { PASSWORD } from '#tests/made/user'

/** The screens that every page is tried on. */
export const DESK = { viewport: { width: 1440, height: 900 } }
export const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

const PATIENCE_MS = 90_000

const origin = `http://127.0.0.1:${process.env.PORT}`

/** Contexts that nobody uses, by browser and screen: their cache holds the page's scripts already. */
const free = new WeakMap<Browser, Map<string, BrowserContext[]>>()

function freeContexts(browser: Browser, screen: BrowserContextOptions) {
  const byScreen = free.get(browser) ?? new Map<string, BrowserContext[]>()
  free.set(browser, byScreen)
  const name = JSON.stringify(screen)
  const contexts = byScreen.get(name) ?? []
  byScreen.set(name, contexts)
  return contexts
}

/**
 * A browser that remembers nobody, speaking Swedish, whose test fails where the page breaks or the
 * content security policy stops something.
 */
export async function visitor(
  { browser, cleanup, assert }: TestContext,
  screen: BrowserContextOptions = DESK
): Promise<Page> {
  const contexts = freeContexts(browser, screen)
  const context =
    contexts.pop() ??
    (await browser.newContext({
      locale: 'sv-SE',
      baseURL: origin,
      // What moves would have to be waited for.
      reducedMotion: 'reduce',
      ...screen,
    }))
  // Only now: an answer that was under way when the last visitor left has brought its cookies by this time.
  await context.clearCookies()
  // A machine that does much else is slow, not wrong.
  context.setDefaultTimeout(PATIENCE_MS)
  await keepEvidence(context)
  const page = await context.newPage()
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    // The browser notes each refusal of ours as an error; what we say of it is what counts.
    if (message.type() === 'error' && !/the server responded with a status of/.test(text)) {
      broken.push(text)
    }
  })
  cleanup(async (hasError, { title }) => {
    await endEvidence(context, hasError || broken.length ? title : null)
    await forgetEverything(context)
    contexts.push(context)
    assert.deepEqual(broken, [])
  })
  return page
}

async function forgetEverything(context: BrowserContext) {
  const blank = await context.newPage()
  // A page that is still open could keep something anew.
  for (const open of context.pages()) if (open !== blank) await open.close()
  const tools = await context.newCDPSession(blank)
  await tools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' })
  await blank.close()
}

/**
 * Opens an address as somebody who is signed in, by the same requests that the page would send.
 * Typing them is proved where signing in is.
 */
export async function openAs(page: Page, email: string, address: string) {
  const context = page.context()
  // Not the browser's own: an answer to the visitor before, still under way, would change its cookies meanwhile.
  const asking = await request.newContext({
    baseURL: origin,
    timeout: PATIENCE_MS,
    userAgent: (await page.evaluate('navigator.userAgent')) as string,
  })
  const send = async (path: string, data: object) => {
    const { cookies } = await asking.storageState()
    const proof = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
    await asking.post(path, {
      data,
      failOnStatusCode: true,
      headers: { 'X-XSRF-TOKEN': decodeURIComponent(proof) },
    })
  }
  await asking.get('/api/session')
  await send('/api/session', { email, password: PASSWORD })
  await send('/api/session/code', { method: 'email' })
  await send('/api/session/verify', { code: await codeMailedTo(email) })
  const { cookies } = await asking.storageState()
  await asking.dispose()
  await context.clearCookies()
  await context.addCookies(cookies)
  await page.goto(address)
}

/** Signs in where the page asks for it: the password, then the code that is mailed. */
export async function signIn(page: Page, email: string, password = PASSWORD) {
  await givePassword(page, email, password)
  await mailedCode(page)
  await page.getByLabel('Kod', { exact: true }).fill(await codeMailedTo(email))
  await page.getByRole('button', { name: 'Verifiera koden' }).click()
}

/** The second step of signing in, for who has several ways to get a code: one by mail. */
export async function askForMailedCode(page: Page) {
  await page.getByRole('button', { name: /^E-post \(/ }).click()
  await page.getByText('Vi har skickat en kod').waitFor()
}

/** The second step of signing in, for who only has mail. */
export async function mailedCode(page: Page) {
  await page.getByText('Vi har skickat en kod').waitFor()
}

/** The first step of signing in. */
export async function givePassword(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel('E-postadress').fill(email)
  await page.getByLabel('Lösenord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Logga in' }).click()
}

/** Whether the page is wider than the screen, so that it would have to be pushed sideways. */
export const overflows = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth') as Promise<boolean>
