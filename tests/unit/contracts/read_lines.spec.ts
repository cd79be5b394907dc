import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { readLines } from '#core/contracts/read_lines'

async function read(pieces: (string | Buffer)[], from = 0) {
  const lines: { text: string; number: number }[] = []
  let position = from
  const body = Readable.from(pieces, { objectMode: false })
  for await (const block of readLines({ name: 'log', from, body })) {
    lines.push(...block.lines)
    position = block.position
  }
  return { lines, position }
}

test.group('Contracts | reading lines', () => {
  test('lines are numbered, and their bytes counted on from where the file was left', async ({
    assert,
  }) => {
    assert.deepEqual(await read(['växel\r\nkö\n'], 100), {
      lines: [
        { text: 'växel', number: 1 },
        { text: 'kö', number: 2 },
      ],
      position: 112,
    })
  })

  test('a last line without its end is left', async ({ assert }) => {
    assert.deepEqual(await read(['one\ntw']), { lines: [{ text: 'one', number: 1 }], position: 4 })
    assert.deepEqual(await read(['tw']), { lines: [], position: 0 })
  })

  test('a letter that comes in two pieces is whole', async ({ assert }) => {
    const bytes = Buffer.from('å\nä\n')
    const pieces = [...bytes].map((byte) => Buffer.from([byte]))
    assert.deepEqual(await read(pieces), {
      lines: [
        { text: 'å', number: 1 },
        { text: 'ä', number: 2 },
      ],
      position: bytes.length,
    })
  })

  test('a line of many megabytes is cut off, and the next is read as it stands', async ({
    assert,
  }) => {
    const long = Array.from({ length: 40 }, () => 'x'.repeat(100_000))
    const { lines, position } = await read([...long, '\nnext\n'])
    assert.lengthOf(lines, 2)
    assert.equal(lines[0]!.text.length, 1024 * 1024)
    assert.deepEqual(lines[1], { text: 'next', number: 2 })
    assert.equal(position, 4_000_006)
  })
})
