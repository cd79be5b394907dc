import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'

/** How a process ended: its code, or null where it was killed, and what it said of errors. */
export interface Ended {
  exitCode: number | null
  errors: string
}

/** A web server in a process of its own. */
export interface ServerProcess {
  port: number
  pid: number
  ask(path: string): Promise<Response>
  /** Sends a signal; answers how it ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended>
}

const ATTEMPTS = 3000
const PAUSE_MS = 100

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts a web server with these settings, and waits until it answers. */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, ['run.js'], {
    env: { ...process.env, ...settings, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const errors = text(child.stderr)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)
  for (let attempt = 1; ; attempt += 1) {
    const isUp = await ask('/health/live').then(
      (response) => response.ok,
      () => false
    )
    if (isUp) break
    if (attempt === ATTEMPTS || child.exitCode !== null) {
      child.kill('SIGKILL')
      throw new Error(`The server did not start. ${await errors}`)
    }
    await pause(PAUSE_MS)
  }
  return {
    ...{ port, pid: child.pid!, ask },
    async end(signal) {
      child.kill(signal)
      return { exitCode: await ended, errors: await errors }
    },
  }
}

/** Runs a command of ours to its end, and fails with what it said where it fails. */
export async function runCommand(args: string[], settings: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['ace.js', ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [exitCode, output, errors] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${output} ${errors}`)
}
