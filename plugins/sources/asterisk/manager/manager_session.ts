import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { type Message, MessageReader } from './message_reader.js'

const ANSWERED_WITHIN_MS = 10_000

interface Account {
  user: string
  secret: string
}

/**
 * A session at the manager interface of an Asterisk. Bytes are read as they come, so that the server
 * never waits for us: it ends a session that it has to wait for.
 */
export class ManagerSession {
  readonly #reader = new MessageReader()
  readonly #answers = new Map<string, (message: Message) => void>()
  #next = 1
  #fail: (error: Error) => void = () => undefined
  /** Rejects when the session is over, with why. */
  readonly over: Promise<never>

  constructor(
    private readonly socket: Duplex,
    private readonly heard: (message: Message) => void
  ) {
    this.over = new Promise<never>((_, reject) => (this.#fail = reject))
    this.over.catch(() => undefined)
    socket.on('data', (bytes: Buffer) => this.#take(bytes))
    socket.on('error', (error: Error) => this.close(error))
    socket.on('close', () => this.close(new Error('Asterisk has closed the connection.')))
  }

  /** Signs in by challenge, so that the secret does not travel. `events` are what is told from then on. Throws what an administrator can mend. */
  async signIn({ user, secret }: Account, events = 'agent,system'): Promise<void> {
    const { challenge } = await this.ask({ Action: 'Challenge', AuthType: 'MD5' }, 'challenge')
    const key = createHash('md5').update(`${challenge}${secret}`).digest('hex')
    await this.ask({
      Action: 'Login',
      AuthType: 'MD5',
      Username: user,
      Key: key,
      Events: events,
    }).catch((error: Error) => {
      throw new Error(
        `Asterisk does not let "${user}" in (${error.message}). Look at the account in manager.conf: its secret, and that it permits this server’s address.`,
        { cause: error }
      )
    })
  }

  /** Sends an action and answers the response, of which `field` is read. Throws where it is refused or late. */
  async ask(
    action: Readonly<Record<string, string>>,
    field = 'message'
  ): Promise<Record<string, string>> {
    const id = `t${this.#next}`
    this.#next += 1
    const { promise, resolve, reject } = Promise.withResolvers<Message>()
    const late = setTimeout(
      () => reject(new Error(`no answer to ${action.Action} in time`)),
      ANSWERED_WITHIN_MS
    )
    this.#answers.set(id, resolve)
    const lines = Object.entries({ ...action, ActionID: id }).map(
      ([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, ' ')}`
    )
    this.socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    try {
      const message = await Promise.race([promise, this.over])
      if (message.get('response')?.toLowerCase() === 'error') {
        throw new Error(message.get('message') ?? 'refused')
      }
      return { [field]: message.get(field) ?? '' }
    } finally {
      clearTimeout(late)
      this.#answers.delete(id)
    }
  }

  /** Ends the session. */
  close(why: Error = new Error('The session was ended.')): void {
    this.#fail(why)
    this.socket.destroy()
  }

  #take(bytes: Buffer) {
    try {
      for (const message of this.#reader.take(bytes)) {
        const answer = message.has('response') && this.#answers.get(message.get('actionid') ?? '')
        if (answer) answer(message)
        else this.heard(message)
      }
    } catch (error) {
      this.close(error as Error)
    }
  }
}
