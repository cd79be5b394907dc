import { readFileSync, statSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

const ENTRY_KB = 120

interface Chunk {
  file: string
  imports?: string[]
}
const manifest = () =>
  JSON.parse(readFileSync(app.publicPath('assets/.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >

/** Asks as a browser does, without undoing the encoding. */
async function sent(path: string, encodings?: string) {
  const headers = encodings === undefined ? {} : { 'accept-encoding': encodings }
  const message = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`http://127.0.0.1:${process.env.PORT}${path}`, { headers }, resolve).on('error', reject)
  )
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return { status: message.statusCode, headers: message.headers, body: Buffer.concat(parts) }
}

test.group('Assets and answers are compressed', () => {
  test('an asset comes in the encoding that the browser prefers, under its own type, to be kept for a year', async ({
    assert,
  }) => {
    const { file } = manifest()['frontend/main.ts']
    const path = `/assets/${file}`
    const plain = readFileSync(app.publicPath(`assets/${file}`))
    for (const [accepted, encoding, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip, br;q=0', 'gzip', gunzipSync],
      ['gzip;q=0', undefined, (body: Buffer) => body],
      [undefined, undefined, (body: Buffer) => body],
    ] as const) {
      const { status, headers, body } = await sent(path, accepted)
      assert.equal(status, 200)
      assert.equal(headers['content-encoding'], encoding, accepted)
      assert.match(headers['content-type'] ?? '', /^text\/javascript/)
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
      assert.match(headers['vary'] ?? '', /accept-encoding/i)
      assert.isTrue(decode(body).equals(plain), accepted)
    }
  })

  test('an answer in JSON is compressed where it is large and the reader accepts it', async ({
    assert,
  }) => {
    const plain = await sent('/api/doc/openapi.json')
    assert.isUndefined(plain.headers['content-encoding'])
    const gzip = await sent('/api/doc/openapi.json', 'gzip')
    assert.equal(gzip.headers['content-encoding'], 'gzip')
    assert.isTrue(gunzipSync(gzip.body).equals(plain.body))
    const refused = await sent('/api/doc/openapi.json', 'gzip;q=0')
    assert.isUndefined(refused.headers['content-encoding'])
    const small = await sent('/health', 'gzip, br')
    assert.isUndefined(small.headers['content-encoding'])
  })

  test(`what every page needs is ${ENTRY_KB} KB compressed at most for each file, and has no drawing library`, ({
    assert,
  }) => {
    const chunks = manifest()
    const needed = new Set<string>()
    const need = (key: string) => {
      const { file, imports = [] } = chunks[key]
      if (needed.has(file)) return
      needed.add(file)
      imports.forEach(need)
    }
    need('frontend/main.ts')
    for (const file of needed) {
      const size = statSync(app.publicPath(`assets/${file}.br`)).size
      assert.isBelow(size, ENTRY_KB * 1000, file)
      assert.notInclude(readFileSync(app.publicPath(`assets/${file}`), 'utf8'), 'apexcharts-canvas')
    }
  })
})
