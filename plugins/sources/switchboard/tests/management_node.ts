import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Behaviour = 'error' | 'slow' | 'brokenOff' | 'cutShort' | 'redirect' | 'page'

/** A management node that answers as a real one does, and misbehaves where asked to. */
export interface StandIn {
  address: string
  /** The records of each day; a day without any is empty. */
  days: Record<string, string>
  behave: Record<string, Behaviour>
  /** What was asked with the right ticket, without it. */
  asked: string[]
  close(): Promise<void>
}

export async function managementNode(ticket: string): Promise<StandIn> {
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://node')
    const asked = url.searchParams
    if (url.pathname !== '/api/admin/cdrs') return void response.writeHead(404).end()
    if (asked.get('t') !== ticket) return void response.writeHead(401).end('no such ticket')
    asked.delete('t')
    node.asked.push(asked.toString())
    const day = `${asked.get('year')}-${asked.get('month')}-${asked.get('date')}`
    answer(response, node.days[day] ?? '', node.behave[day])
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const node: StandIn = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    days: {},
    behave: {},
    asked: [],
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return node
}

function answer(response: ServerResponse, text: string, behaviour?: Behaviour): void {
  const half = text.slice(0, text.length * 0.6)
  switch (behaviour) {
    case 'error':
      return void response.writeHead(500).end('out of order')
    case 'redirect':
      return void response.writeHead(302, { location: '/api/admin/cdrs' }).end()
    case 'page':
      return void response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<html>')
    case 'slow':
      return
    case 'brokenOff':
      response.writeHead(200, { 'content-length': Buffer.byteLength(text) }).write(half)
      return void setTimeout(() => response.destroy(), 50)
    case 'cutShort':
      // Neither a length nor chunks: the end of the connection is the end of the answer.
      response.socket!.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nConnection: close\r\n\r\n${half}`
      )
      return
    default:
      return void response.writeHead(200, { 'content-type': 'text/csv' }).end(text)
  }
}
