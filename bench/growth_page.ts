import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { codeMailedTo } from '#tests/made/mails'
import { printRow, printTitle } from './print.js'

/** Who reads, and what there is to read. */
export interface PageReader {
  /** Of the server. */
  base: string
  storage: string
  email: string
  password: string
  /** A report type with many objects, and a year that has calls. */
  report: string
  year: { from: string; to: string }
}

/** A phone with a slow network and a slow processor, as Chromium emulates them. */
const NETWORK = {
  offline: false,
  latency: Number(process.env.BENCH_PAGE_LATENCY ?? 150),
  downloadThroughput: (Number(process.env.BENCH_PAGE_MBIT ?? 1.6) * 1_000_000) / 8,
  uploadThroughput: 750_000 / 8,
}
const SLOWER = Number(process.env.BENCH_PAGE_SLOWER ?? 4)
const ROUNDS = Number(process.env.BENCH_PAGE_ROUNDS ?? 3)
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** What people wait for on a slow phone, printed with what is to be reached. */
export async function measurePage(reader: PageReader) {
  printTitle(
    `The page on a phone: ${NETWORK.downloadThroughput / 125_000} Mbit/s, ${NETWORK.latency} ms, processor ${SLOWER} times slower`,
    'ms',
    'requests',
    'KB sent'
  )
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const visits: Visit[][] = []
    for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, reader))
    const names = visits[0].map(({ name }) => name)
    for (const [index, name] of names.entries()) {
      const rounds = visits.map((list) => list[index]).sort((a, b) => a.time - b.time)
      const { time, requests, bytes } = rounds[rounds.length >> 1]
      printRow(name, time, requests, bytes && bytes / 1000)
    }
  } finally {
    await browser.close()
  }
}

interface Visit {
  name: string
  time: number
  requests?: number
  bytes?: number
}

async function visit(browser: Browser, reader: PageReader): Promise<Visit[]> {
  const found: Visit[] = []
  const anew = () => browser.newContext({ ...PHONE, locale: 'sv-SE', baseURL: reader.base })
  const stranger = await anew()
  found.push(
    await open(stranger, '/sign-in', 'form input[type=email]', 'sign-in form (goal 2 500)')
  )
  await stranger.close()

  const context = await anew()
  await signIn(context, reader)
  found.push(await open(context, '/', 'dd', 'first figure, nothing cached (goal 4 000)'))
  found.push(await open(context, '/', 'dd', 'first figure, second visit (goal 1 000)'))

  const page = await slowPage(context)
  const { from, to } = reader.year
  await page.goto(`/reports/basic?report=${reader.report}&from=${from}&to=${to}`)
  const filter = page.locator('section input[type=search]').last()
  await filter.waitFor()
  await page.getByRole('checkbox').nth(1).waitFor()
  found.push({
    name: 'a letter in the filter of objects (goal 100)',
    time: await type(filter, page),
  })

  await page.goto(
    `/reports/basic?report=${reader.report}&from=${from}&to=${to}&fromTime=00:00&toTime=24:00&interval=week&objects=all&tab=result`
  )
  await drawn(page)
  found.push({
    name: 'a year of dates is drawn after its answer (goal 1 000)',
    time: await change(page),
  })
  found.push({ name: 'the year is left (goal 100)', time: await leave(page) })
  await context.close()
  return found
}

/** The time until something is seen, and what was sent for it. */
async function open(context: BrowserContext, address: string, sign: string, name: string) {
  const page = await slowPage(context)
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  let requests = 0
  let bytes = 0
  tools.on('Network.responseReceived', ({ response }) => {
    if (!response.fromDiskCache) requests++
  })
  tools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  const begun = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator(sign).first().waitFor()
  const time = performance.now() - begun
  await page.waitForLoadState('networkidle')
  await page.close()
  return { name, time, requests, bytes }
}

async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.emulateNetworkConditions', NETWORK)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return page
}

/** The longest time from a key to the frame that shows what it changed. */
async function type(filter: ReturnType<Page['locator']>, page: Page): Promise<number> {
  await filter.focus()
  await page.evaluate(`(() => {
    window.waited = 0
    const input = document.activeElement
    input.addEventListener('keydown', () => {
      const begun = performance.now()
      requestAnimationFrame(() => setTimeout(() => {
        window.waited = Math.max(window.waited, performance.now() - begun)
      }))
    })
  })()`)
  for (const letter of ['q', '1', '2', 'Backspace', 'Backspace', 'Backspace']) {
    await page.keyboard.press(letter)
    // Each letter meets a page that has come to rest, and a search that waits for a pause has begun.
    await page.waitForTimeout(400)
  }
  return (await page.evaluate('window.waited')) as number
}

const drawn = async (page: Page) => {
  await page.locator('.report-table tbody td').first().waitFor()
  await page.locator('.apexcharts-series path').first().waitFor()
}

/** From the report's answer until the table and the picture are there. */
async function change(page: Page): Promise<number> {
  await page.evaluate(`(() => {
    window.rows = document.querySelector('.report-table').getAttribute('aria-rowcount')
    window.answered = 0
    const parse = Response.prototype.json
    Response.prototype.json = async function () {
      const answer = await parse.call(this)
      if (this.url.includes('/generate')) window.answered = performance.now()
      return answer
    }
  })()`)
  await page.getByRole('button', { name: 'Datum', exact: true }).click()
  return (await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const rows = document.querySelector('.report-table')?.getAttribute('aria-rowcount')
      const there = rows !== window.rows && document.querySelector('.apexcharts-series path')
      if (window.answered && there) setTimeout(() => resolve(performance.now() - window.answered))
      else requestAnimationFrame(look)
    }
    look()
  })`)) as number
}

/** From going to another page until it is there. */
async function leave(page: Page): Promise<number> {
  // What the page does a little later is not what is measured.
  await page.waitForTimeout(2000)
  return (await page.evaluate(`new Promise((resolve) => {
    const begun = performance.now()
    document.querySelector('header a[href="/"]').click()
    const look = () => {
      if (document.querySelector('.report-table')) requestAnimationFrame(look)
      else setTimeout(() => resolve(performance.now() - begun))
    }
    requestAnimationFrame(look)
  })`)) as number
}

/** By the requests that the page would send. */
async function signIn({ request }: BrowserContext, { email, password, storage }: PageReader) {
  const send = async (path: string, data: object) => {
    const { cookies } = await request.storageState()
    const proof = cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
    await request.post(path, {
      data,
      failOnStatusCode: true,
      headers: { 'X-XSRF-TOKEN': decodeURIComponent(proof) },
    })
  }
  await request.get('/api/session')
  await send('/api/session', { email, password })
  await send('/api/session/code', { method: 'email' })
  await send('/api/session/verify', { code: await codeMailedTo(email, storage) })
}
