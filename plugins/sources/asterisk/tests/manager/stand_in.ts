import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type Exchange, messageText } from './exchange.js'

export interface Faults {
  /** Every byte in a packet of its own. */
  split?: boolean
  /** Closes once it has greeted. */
  closes?: boolean
  /** Greets as something else. */
  stranger?: boolean
  /** What is told of late, after the list that it is in already. */
  late?: string
}

/** A manager interface on this machine, of an account `stat` with the secret `secret`. */
export async function managerStandIn(exchange: Exchange, faults: Faults = {}) {
  const sockets = new Set<Socket>()
  const asked: string[] = []
  const send = async (socket: Socket, text: string) => {
    const bytes = Buffer.from(text)
    if (!faults.split) return void socket.write(bytes)
    for (const byte of bytes) socket.write(Buffer.of(byte))
  }
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    const challenge = String(randomInt(1e8, 1e9))
    let text = ''
    void send(socket, faults.stranger ? 'HTTP/1.1 400\r\n\r\n' : 'Asterisk Call Manager/13.0.0\r\n')
    if (faults.closes) return void socket.end()
    socket.on('data', (bytes) => {
      text += bytes.toString()
      const parts = text.split('\r\n\r\n')
      text = parts.pop()!
      for (const part of parts) void answer(socket, part, challenge)
    })
  })
  const answer = async (socket: Socket, part: string, challenge: string) => {
    const fields = Object.fromEntries(
      part.split('\r\n').map((line) => line.split(': ') as [string, string])
    )
    const ActionID = fields.ActionID ?? ''
    asked.push(fields.Action ?? '')
    const success = { Response: 'Success', ActionID }
    if (fields.Action === 'Challenge') {
      return send(socket, messageText({ ...success, Challenge: challenge }))
    }
    if (fields.Action === 'Login') {
      const key = createHash('md5').update(`${challenge}secret`).digest('hex')
      if (fields.Username !== 'stat' || fields.Key !== key) {
        const failed = { Response: 'Error', ActionID, Message: 'Authentication failed' }
        await send(socket, messageText(failed))
        return void socket.end()
      }
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
      const booted = messageText({ Event: 'FullyBooted', Privilege: 'system,all', Uptime: 402 })
      const accepted = { ...success, Message: 'Authentication accepted' }
      return send(socket, messageText(accepted) + booted)
    }
    if (fields.Action === 'QueueStatus') {
      return send(socket, exchange.list(ActionID) + (faults.late ?? ''))
    }
    if (fields.Action === 'Ping') return send(socket, messageText({ ...success, Ping: 'Pong' }))
    return send(
      socket,
      messageText({ Response: 'Error', ActionID, Message: 'Invalid/unknown command' })
    )
  }
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    asked,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Tells all who are signed in what has happened. */
    tell: () => {
      const told = exchange.told()
      for (const socket of sockets) void send(socket, told)
    },
    drop: () => sockets.forEach((socket) => socket.destroy()),
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
