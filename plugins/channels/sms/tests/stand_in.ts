import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a provider is asked: its form or query, read. */
export interface Asked {
  method: string
  path: string
  authorization: string
  values: URLSearchParams
}

/** A server that answers like a provider. `answer` gives status and body; text bodies are sent as they are. */
export async function serve(answer: (asked: Asked) => { status: number; body: unknown }) {
  const server: Server = createServer((request, response) => void reply(request, response, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (asked: Asked) => { status: number; body: unknown }
) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const form = await text(request)
  const { status, body } = answer({
    method: request.method ?? '',
    path: url.pathname,
    authorization: request.headers.authorization ?? '',
    values: form ? new URLSearchParams(form) : url.searchParams,
  })
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' })
  response.end(isText ? body : JSON.stringify(body))
}
