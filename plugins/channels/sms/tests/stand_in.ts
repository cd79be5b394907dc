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

type Answer = (asked: Asked) => { status: number; body: unknown }

/**
 * A server that answers like a provider. `answer` gives status and body; text bodies are sent as they
 * are. After `hangUp`, the next form is read and the connection closed without an answer.
 */
export async function serve(answer: Answer) {
  let hangsUp = false
  const server: Server = createServer((request, response) => {
    const closes = hangsUp && request.method === 'POST'
    if (closes) hangsUp = false
    void reply(request, response, answer, closes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    hangUp() {
      hangsUp = true
    },
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
  answer: Answer,
  closes: boolean
) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const form = await text(request)
  const { status, body } = answer({
    method: request.method ?? '',
    path: url.pathname,
    authorization: request.headers.authorization ?? '',
    values: form ? new URLSearchParams(form) : url.searchParams,
  })
  if (closes) return void response.destroy()
  const isText = typeof body === 'string'
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' })
  response.end(isText ? body : JSON.stringify(body))
}
