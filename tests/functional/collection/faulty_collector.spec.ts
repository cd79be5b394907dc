import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'

test.group('A collector that throws', () => {
  test('stops its own point, which says so, whenever and wherever it throws; the process and the other points go on', async ({
    assert,
    cleanup,
  }) => {
    const platform = createServer((_request, response) => {
      response.end('2026-03-02T08:00:00+01:00;a;support;ring\n')
    })
    await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve))
    cleanup(() => void platform.close())
    const { port } = platform.address() as AddressInfo
    const child = spawn(
      process.execPath,
      [
        '--import',
        '@poppinss/ts-exec',
        'tests/functional/collection/made/faulty_child.ts',
        `http://127.0.0.1:${port}/`,
      ],
      {
        env: {
          ...process.env,
          NODE_ENV: 'test',
          STORAGE: await mkdtemp(join(tmpdir(), 'telestat-faulty-')),
        },
        stdio: 'pipe',
      }
    )
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    const [code, output, errors] = await Promise.all([
      ended,
      text(child.stdout),
      text(child.stderr),
    ])
    assert.equal(code, 0, errors)
    const line = output.split('\n').find((one) => one.startsWith('told ')) ?? 'told []'
    const told = new Map(JSON.parse(line.slice('told '.length)) as [string, string | null][])
    assert.equal(told.size, 9)
    for (const [name, lastError] of told) {
      if (name === 'well') assert.isNull(lastError)
      else assert.include(lastError ?? '', `Broken ${name}.`)
    }
  })
})
