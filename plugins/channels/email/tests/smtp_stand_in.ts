import { type Socket, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import type { ChannelStandIn } from '#core/contracts/conformance'
import { readMail } from './read_mail.js'

const KEY = Buffer.from('\0telestat\0right-secret').toString('base64')

/** A mail server: EHLO, AUTH PLAIN, MAIL, RCPT, DATA. */
export async function startSmtp(): Promise<ChannelStandIn & { mails: string[] }> {
  const mails: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    converse(socket, mails)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const settings = (password: string) => ({
    url: `smtp://telestat:${password}@127.0.0.1:${port}`,
    from: 'statistik@nordvik.example',
    fromName: 'Telestat',
    folder: null,
  })
  return {
    mails,
    settings: settings('right-secret'),
    wrongSettings: settings('wrong-secret'),
    to: 'anna@nordvik.example',
    received: () => mails.map(readMail),
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function converse(socket: Socket, mails: string[]) {
  let known = false
  let data: string[] | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 stand-in ESMTP')
  createInterface({ input: socket }).on('line', (line) => {
    if (data) {
      if (line !== '.') data.push(line.replace(/^\.\./, '.'))
      else {
        mails.push(data.join('\r\n'))
        data = undefined
        say('250 OK: queued')
      }
      return
    }
    const [verb = '', , given] = line.split(' ')
    if (verb === 'EHLO') socket.write('250-stand-in\r\n250 AUTH PLAIN\r\n')
    else if (verb === 'AUTH') {
      known = given === KEY
      say(known ? '235 OK' : '535 5.7.8 Authentication credentials invalid')
    } else if (verb === 'QUIT') socket.end('221 Bye\r\n')
    else if (!known) say('530 5.7.0 Authentication required')
    else if (verb === 'DATA') {
      data = []
      say('354 Go on')
    } else say('250 OK')
  })
}
