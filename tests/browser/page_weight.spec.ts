import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { madeMonday } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'

interface Built {
  file: string
  imports?: string[]
  css?: string[]
}

const folder = app.makePath('public/assets')
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
  string,
  Built
>

/** A file of the page with all that it needs before it runs. */
function closure(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const imported of manifest[name].imports ?? []) closure(imported, found)
  return found
}

const content = (name: string) => readFileSync(join(folder, manifest[name].file))

/** Kilobytes that go over the network. */
const weight = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + brotliCompressSync(content(name)).length, 0) / 1024

const ENTRY = 'frontend/main.ts'
const SIGN_IN = 'frontend/pages/SignInPage.vue'
const SHELL = 'frontend/components/AppShell.vue'
const START = 'frontend/pages/StartPage.vue'

test.group('The weight of the page', () => {
  test('its entry is 120 kB at most, and the first page of who signs in little more', ({
    assert,
  }) => {
    const entry = closure(ENTRY)
    assert.isAtMost(weight(entry), 120)
    assert.isAtMost(weight(closure(SIGN_IN).union(entry)), 140)
    assert.isAtMost(weight(closure(START).union(closure(SHELL)).union(entry)), 190)
  })

  test('few files are fetched before the first page is seen', ({ assert }) => {
    const entry = closure(ENTRY)
    assert.isAtMost(closure(SIGN_IN).union(entry).size, 16)
    assert.isAtMost(closure(START).union(closure(SHELL)).union(entry).size, 20)
  })

  test('what every page begins with is asked for once, in the language that was chosen', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx)
    await openAs(page, user.email, '/')
    await page.getByRole('button', { name: /^Konto:/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Latviešu' }).click()
    await page.locator('html[lang=lv]').waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const types = page.waitForResponse('**/api/report/v1/types')
    await page.reload()
    const answer = await types
    const language = await answer.request().headerValue('accept-language')
    ctx.assert.equal(language, 'lv')
    await page.locator('main article').first().waitFor()
    for (const path of ['/api/session', '/api/report/v1/types']) {
      ctx.assert.lengthOf(
        asked.filter((one) => one === path),
        1,
        path
      )
    }
  })

  test('calendars, tables, charts and grids come with what shows them, and the words of one language only', ({
    assert,
  }) => {
    const brought = [...closure(SIGN_IN).union(closure(ENTRY))]
    const started = [...closure(START).union(closure(SHELL)).union(new Set(brought))]
    const holds = (names: readonly string[], text: string) =>
      names.filter((name) => content(name).includes(text))
    for (const text of ['apexcharts', 'RangeCalendarRoot', 'ColorAreaRoot', 'grid-stack-item']) {
      assert.deepEqual(holds(started, text), [], text)
    }
    for (const text of ['CalendarRoot', 'PopoverRoot', 'DropdownMenuRoot', 'DialogRoot']) {
      assert.deepEqual(holds(brought, text), [], text)
    }
    assert.deepEqual(
      started.filter((name) => name.startsWith('frontend/locales/')),
      []
    )
  })

  test('a browser is told of the words and of the page that it will ask for', async ({
    assert,
    client,
  }) => {
    const response = await client.get('/sign-in').header('accept-language', 'lv')
    for (const name of ['frontend/locales/lv.json', SIGN_IN]) {
      const address = `/assets/${manifest[name].file}`
      assert.include(response.text(), `<link rel="modulepreload" href="${address}">`)
    }
    assert.notInclude(response.text(), manifest['frontend/locales/sv.json'].file)
  })
})
