import { fork } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Order } from './server.js'

/** A folder for one run of the benchmark. */
export const newStorage = () =>
  mkdtempSync(join(process.env.BENCH_STORAGE ?? tmpdir(), 'telestat-bench-'))

/** The product in a process of its own. */
export async function startServer(storage: string, port: number) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    STORAGE: storage,
    APP_KEY: 'a key that only the benchmark knows',
    LOG_LEVEL: 'error',
    UV_THREADPOOL_SIZE: '16',
  }
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const child = fork(fileURLToPath(new URL('boot.js', import.meta.url)), {
    cwd,
    env,
    // The same as the server is started with: scripts/bench.mjs passes them on.
    execArgv: (process.env.BENCH_SERVER_ARGUMENTS ?? '').split(' ').filter(Boolean),
  })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  const answer = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }))
  child.on('message', (message: { id: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(message.id)
    if (message.error) asked?.reject(new Error(message.error))
    else asked?.resolve(message.value)
  })
  child.on('exit', (code) => {
    for (const asked of waiting.values()) asked.reject(new Error(`The server ended (${code})`))
  })
  await answer(0)
  return {
    storage,
    ask<T>(order: Order): Promise<T> {
      const id = ++last
      child.send({ ...order, id })
      return answer(id) as Promise<T>
    },
    async stop() {
      child.removeAllListeners('exit')
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

export type BenchServer = Awaited<ReturnType<typeof startServer>>
