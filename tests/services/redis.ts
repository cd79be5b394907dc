import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

/** A Redis of the test's own, on a free port. */
export interface RunningRedis {
  /** As `REDIS_URL` takes it. */
  url: string
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts a Redis server that forgets everything when it stops. */
export async function startRedis(port?: number): Promise<RunningRedis> {
  const listening = port ?? (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'telestat-redis-'))
  const server = spawn(
    'redis-server',
    ['--port', String(listening), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: 'ignore' }
  )
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  const url = `redis://127.0.0.1:${listening}`
  const client = new Redis(url, { maxRetriesPerRequest: 100, retryStrategy: () => 50 })
  client.on('error', () => undefined)
  await client.ping()
  client.disconnect()
  return {
    url,
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
