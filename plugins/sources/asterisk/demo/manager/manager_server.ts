import { createHash, randomInt } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { Exchange } from './exchange.js'
import { actedOn } from './acted_on.js'
import { messageText } from './message_text.js'

/** What a server may do that a sound one does not. */
export interface Faults {
  /** Every byte in a packet of its own. */
  split?: boolean
  /** Closes once it has greeted. */
  closes?: boolean
  /** Greets as something else. */
  stranger?: boolean
  /** Once somebody is signed in, nothing is answered any more. */
  silent?: boolean
  /** What is told of late, after the list that it is in already. */
  late?: string
  /** Takes what it is asked for, and answers nothing. */
  answersLost?: boolean
  /** Answers that it has done what it has not. */
  idle?: boolean
}

export const ACCOUNT = 'stat'
/** The account that may act. */
export const DESK = 'desk'

/** The manager interface of an exchange, for an account that may read and one that may act; both have the same secret. */
export class ManagerServer {
  readonly asked: string[] = []
  readonly #sockets = new Set<Duplex>()
  /** Who is signed in by which account. */
  readonly #accounts = new WeakMap<Duplex, string>()
  /** Signed in to act: nothing is told there but answers. */
  readonly #desks = new Set<Duplex>()

  constructor(
    private readonly exchange: Exchange,
    private readonly secret: string,
    private readonly faults: Faults = {}
  ) {}

  /** Greets somebody who has connected, and answers them from now on. */
  connected(socket: Duplex): void {
    socket.on('error', () => undefined)
    const challenge = String(randomInt(1e8, 1e9))
    let text = ''
    const { stranger, closes } = this.faults
    this.#send(socket, stranger ? 'HTTP/1.1 400\r\n\r\n' : 'Asterisk Call Manager/13.0.0\r\n')
    if (closes) return void socket.end()
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString()
      const parts = text.split('\r\n\r\n')
      text = parts.pop()!
      for (const part of parts) this.#answer(socket, part, challenge)
    })
  }

  /** Tells all who are signed in what has happened. */
  tell(): void {
    const told = this.exchange.told()
    if (told === '') return
    for (const socket of this.#sockets) {
      if (!this.#desks.has(socket)) this.#send(socket, told)
    }
  }

  /** Ends all connections, as a restart does. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #answer(socket: Duplex, part: string, challenge: string) {
    const fields = Object.fromEntries(
      part.split('\r\n').map((line) => line.split(': ') as [string, string])
    )
    const ActionID = fields.ActionID ?? ''
    this.asked.push(fields.Action ?? '')
    // A server lives long: only what was asked last is of interest.
    if (this.asked.length > 1000) this.asked.shift()
    const answer = (message: Record<string, string>) =>
      this.#send(socket, messageText({ Response: 'Success', ActionID, ...message }))
    const isSilent = this.faults.silent && this.#sockets.has(socket)
    if (isSilent) return
    switch (fields.Action) {
      case 'Challenge':
        return answer({ Challenge: challenge })
      case 'Login':
        return this.#signIn(socket, fields, challenge)
      case 'QueueStatus':
        return this.#send(socket, this.exchange.list(ActionID) + (this.faults.late ?? ''))
      case 'Ping':
        return answer({ Ping: 'Pong' })
      case 'QueueAdd':
      case 'QueueRemove':
      case 'QueuePause':
        return this.#act(socket, fields, answer)
      default:
        return answer({ Response: 'Error', Message: 'Invalid/unknown command' })
    }
  }

  #act(
    socket: Duplex,
    fields: Readonly<Record<string, string>>,
    answer: (message: Record<string, string>) => void
  ) {
    const isDesk = this.#accounts.get(socket) === DESK
    const refused = isDesk ? undefined : 'Permission denied'
    const said = refused ?? (this.faults.idle ? '' : actedOn(this.exchange, fields))
    if (!this.faults.answersLost) answer(said ? { Response: 'Error', Message: said } : {})
    this.tell()
  }

  #signIn(socket: Duplex, fields: Readonly<Record<string, string>>, challenge: string) {
    const ActionID = fields.ActionID ?? ''
    const key = createHash('md5').update(`${challenge}${this.secret}`).digest('hex')
    const user = fields.Username ?? ''
    if (![ACCOUNT, DESK].includes(user) || fields.Key !== key) {
      const failed = { Response: 'Error', ActionID, Message: 'Authentication failed' }
      this.#send(socket, messageText(failed))
      return void socket.end()
    }
    this.#sockets.add(socket)
    this.#accounts.set(socket, user)
    if (fields.Events === 'off') this.#desks.add(socket)
    socket.once('close', () => {
      this.#sockets.delete(socket)
      this.#desks.delete(socket)
    })
    const accepted = { Response: 'Success', ActionID, Message: 'Authentication accepted' }
    const booted = { Event: 'FullyBooted', Privilege: 'system,all', Uptime: 402 }
    this.#send(socket, messageText(accepted) + messageText(booted))
  }

  #send(socket: Duplex, text: string) {
    const bytes = Buffer.from(text)
    if (!this.faults.split) return void socket.write(bytes)
    for (const byte of bytes) socket.write(Buffer.of(byte))
  }
}
