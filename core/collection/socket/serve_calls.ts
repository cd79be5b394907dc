import { chmod, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import logger from '@adonisjs/core/services/logger'
import { calls, type CallName } from '#core/collection/socket/calls'
import { isServed } from '#core/collection/socket/call_server'
import { socketPath } from '#core/collection/socket/socket_path'
import { RequestError } from '#core/http/request_error'

let isTold = false

/**
 * Listens for commands of this machine on a socket that only the server's own account may open.
 * Answers undefined where another server already does on this storage.
 */
export async function serveCalls(): Promise<Server | undefined> {
  const path = socketPath()
  if (await isServed()) {
    if (!isTold) logger.info(`Another server of this storage answers commands, on ${path}.`)
    isTold = true
    return undefined
  }
  // What a server left behind that was killed.
  await rm(path, { force: true })
  const server = createServer((request, response) => void answer(request, response))
  await listen(server, path)
  await chmod(path, 0o600)
  return server
}

function listen(server: Server, path: string) {
  return new Promise<void>((resolve, reject) => {
    const before = process.umask(0o177)
    server.once('error', reject).listen(path, resolve)
    process.umask(before)
  })
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const { status, body } = await outcome(request)
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function outcome(request: IncomingMessage): Promise<{ status: number; body: object }> {
  const name = request.url?.slice(1) ?? ''
  try {
    const input: unknown = await json(request)
    if (!isCall(name)) return { status: 404, body: {} }
    // The command and the server are one version of one product; the types are checked on its side.
    const call = calls[name] as (input: unknown) => Promise<object>
    return { status: 200, body: await call(input) }
  } catch (error) {
    if (error instanceof RequestError) {
      return { status: error.problem.status, body: { error: error.problem } }
    }
    logger.error({ err: error }, `The command ${name} failed.`)
    const message = error instanceof Error ? error.message : String(error)
    return { status: 500, body: { error: { status: 500, code: 'E_UNEXPECTED', message } } }
  }
}

const isCall = (name: string): name is CallName => Object.hasOwn(calls, name)
