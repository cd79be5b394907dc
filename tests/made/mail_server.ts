import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import env from '#start/env'

/** How the server treats what it is sent: `hangUp` takes a whole mail and goes away without an answer. */
export type Mood = 'takes' | 'refuses' | 'later' | 'hangUp'

/** A real mail server of the test's own, which keeps what it takes. */
export interface MailServer {
  url: string
  mood: Mood
  /** Addresses that are refused whatever the mood. */
  refused: Set<string>
  /** What was taken, oldest first; also what was taken before it hung up. */
  mails: { to: string; messageId: string; mail: ParsedMail }[]
  to(address: string): ParsedMail[]
  /** Called with each mail once it is read, before it is answered. */
  onMail?: () => void | Promise<void>
  stop(): Promise<void>
  /** Comes back at the same port. */
  start(): Promise<void>
}

const answer = (said: string, responseCode: number) =>
  Object.assign(new Error(said), { responseCode })

export async function startMailServer(): Promise<MailServer> {
  let server: SMTPServer
  let port = 0
  const mails: MailServer['mails'] = []
  const running: MailServer = {
    url: '',
    mood: 'takes',
    refused: new Set(),
    mails,
    to: (address) => mails.filter(({ to }) => to === address).map(({ mail }) => mail),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
    async start() {
      server = serve(running)
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
      port = (server.server.address() as AddressInfo).port
      running.url = `smtp://127.0.0.1:${port}`
    },
  }
  await running.start()
  return running
}

function serve(running: MailServer): SMTPServer {
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 50,
    onRcptTo({ address }, _, callback) {
      if (running.refused.has(address)) return callback(answer('No such user here', 550))
      if (running.mood === 'refuses') return callback(answer('We want no reports', 554))
      if (running.mood === 'later') return callback(answer('Greylisted, come back', 451))
      callback()
    },
    onData(stream, session, callback) {
      void text(stream).then(
        async (source) => {
          const mail = await simpleParser(source)
          const to = session.envelope.rcptTo[0]?.address ?? ''
          running.mails.push({ to, messageId: mail.messageId ?? '', mail })
          await running.onMail?.()
          if (running.mood !== 'hangUp') return callback()
          for (const socket of sockets) socket.destroy()
        },
        // A sender that is gone before the end has sent nothing, and waits for no answer.
        (error: Error) => callback(error)
      )
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  return server
}

/** Has this installation send its mails to a server of the test's own until the test is over. */
export async function sendingMail(cleanup: (end: () => Promise<void>) => void) {
  const server = await startMailServer()
  env.set('SMTP_URL', server.url)
  cleanup(async () => {
    env.set('SMTP_URL', '')
    await server.stop()
  })
  return server
}
