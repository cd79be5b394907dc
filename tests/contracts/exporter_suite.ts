import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import type { ExporterPlugin, ExportOptions } from '#core/contracts/exporter'
import { aReport } from '#tests/contracts/made/a_report'

const options: ExportOptions = {
  charts: true,
  columnDescriptions: true,
  timeFormat: 'hms',
  audience: 'person',
}

/** Declares the tests that every exporter passes. */
export function exporterSuite(exporter: ExporterPlugin): void {
  const { manyIntervals, specification } = exporter.includes
  /** A report of as many tables as the format holds, with so many rows in all. */
  const report = (rows: number, locale = 'sv') =>
    aReport({ rows, intervals: manyIntervals ? 3 : 1, specification, locale })

  const write = async (document: ReturnType<typeof report>, chosen = options) => {
    const out = new PassThrough()
    const content = buffer(out)
    const { rows } = await exporter.write(document, out, chosen)
    return { rows, content: await content }
  }

  test.group(`Contract | exporter ${exporter.key}`, () => {
    test('it answers how many rows the file holds, totals left out', async ({ assert }) => {
      const { rows, content } = await write(report(12))
      assert.equal(rows, 12)
      assert.isAbove(content.length, 100)
    })

    // Every language, audience and way of writing durations, each beside another.
    const readers = [
      { locale: 'sv', audience: 'person', timeFormat: 'hms' },
      { locale: 'en', audience: 'machine', timeFormat: 'hms' },
      { locale: 'et', audience: 'person', timeFormat: 'seconds' },
      { locale: 'lv', audience: 'machine', timeFormat: 'seconds' },
    ] as const
    for (const { locale, audience, timeFormat } of readers) {
      test(`it writes for a ${audience} who reads ${locale}, durations as ${timeFormat}`, async ({
        assert,
      }) => {
        const plain = { charts: false, columnDescriptions: false }
        const extras = audience === 'machine' ? plain : {}
        const { rows } = await write(report(12, locale), {
          ...options,
          ...extras,
          audience,
          timeFormat,
        })
        assert.equal(rows, 12)
      })
    }

    test('a report without rows is a file all the same', async ({ assert }) => {
      const { rows, content } = await write(report(0))
      assert.equal(rows, 0)
      assert.isAbove(content.length, 0)
    })

    test('as many rows as it holds, ten thousand at most, are as many in the file', async ({
      assert,
    }) => {
      const most = Math.min(10_000, exporter.mostRows ?? Infinity)
      const { rows } = await write(report(most))
      assert.equal(rows, most)
    })

    if (exporter.contentType.startsWith('text/')) {
      test('names and numbers stand in the text as they are', async ({ assert }) => {
        const { content } = await write(report(12))
        const text = content.toString('utf8')
        for (const value of ['Växel Åmål', 'Jõgeva', 'Liepāja', '+46701234567']) {
          assert.include(text, value)
        }
      })
    }

    test('a report that breaks off fails the export', async ({ assert }) => {
      const document = report(12)
      const [table] = document.intervals
      table!.rows = {
        async *[Symbol.asyncIterator]() {
          yield* []
          throw new Error('The engine was stopped.')
        },
      }
      const out = new PassThrough().on('error', () => undefined)
      out.resume()
      await assert.rejects(() => exporter.write(document, out, options), 'The engine was stopped.')
    })

    test('a disk that is full fails the export', async ({ assert }) => {
      const out = new Writable({
        write: (_chunk, _encoding, done) => done(new Error('No space left on the disk.')),
      })
      await assert.rejects(
        () => exporter.write(report(12), out, options),
        'No space left on the disk.'
      )
    })
  })
}
