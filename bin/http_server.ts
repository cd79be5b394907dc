import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Socket } from 'node:net'
import { drainMs, isStopping } from '#core/http/stopping'

/** Bytes of address and headers together; a `$filter` with a few hundred values has room. */
const LONGEST_HEADERS = 64 * 1024

/** Longer than proxies keep a connection, so that none sends a request into one that is being closed. */
const KEEP_ALIVE_MS = 65_000

/** What waits in this process for a client that takes nothing; of many open streams it is all that they hold. */
const WAITING_BYTES = 32 * 1024

/** How long the rest of a body is read once its request is answered: longer than a small one needs. */
const LINGER_MS = 5_000

const message =
  'The address and headers of this request are too long. Ask for less at a time, or send it in a "$batch".'
const body = JSON.stringify({ error: { code: 'E_ADDRESS_TOO_LONG', message } })

/** The server of a process. What is too long even to be read is answered in a sentence all the same. */
export function makeServer(handler: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: LONGEST_HEADERS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      highWaterMark: WAITING_BYTES,
    },
    (request, response) => {
      readToEnd(request, response)
      // Whoever keeps a connection comes back on another one, to a server that stays.
      if (isStopping()) response.setHeader('Connection', 'close')
      return handler(request, response)
    }
  )
  closeInTime(server)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    if (error.code !== 'HPE_HEADER_OVERFLOW') {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
      return
    }
    socket.end(
      [
        'HTTP/1.1 414 URI Too Long',
        'Content-Type: application/json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'OData-Version: 4.0',
        'Connection: close',
        '',
        body,
      ].join('\r\n')
    )
  })
  return server
}

/**
 * Has a server that is closed end: connections on which nothing was ever asked, which browsers open
 * beforehand, are closed at once, and what is still at work after a while is cut off.
 */
function closeInTime(server: Server): void {
  const unused = new Set<Socket>()
  server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', ({ socket }) => unused.delete(socket))
  const close = server.close.bind(server)
  server.close = (done) => {
    close(done)
    for (const socket of unused) socket.destroy()
    const cut = setTimeout(() => server.closeAllConnections(), drainMs())
    server.once('close', () => clearTimeout(cut))
    return server
  }
}

/**
 * Keeps a refusal from blocking its connection: what is left of a body that nobody reads stands before
 * the next request. It is read to its end, or the connection is closed where that is not possible in time.
 */
function readToEnd(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request
  response.once('finish', () => {
    if (request.complete) return
    if (request.destroyed) return socket.destroySoon()
    const closing = setTimeout(() => socket.destroy(), LINGER_MS)
    request.once('close', () => clearTimeout(closing))
    request.resume()
  })
}
