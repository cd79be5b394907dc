/** A message of the manager interface: names in lower case, the last of several values. */
export type Message = ReadonlyMap<string, string>

/** More than any message of a sound server; what goes on longer is none. */
const MOST_BYTES = 256 * 1024
const NEWLINE = 0x0a

/**
 * Makes messages of bytes as they come, wherever they are cut: lines `Name: value`, an empty line after
 * each message. The banner before the first one, which has no empty line after it, is left out.
 */
export class MessageReader {
  #rest: Buffer = Buffer.alloc(0)
  #fields = new Map<string, string>()
  #bytes = 0

  /** Whether the server has greeted as one of these. */
  greeted = false

  /** The messages that are whole with these bytes. Throws where it is no manager interface. */
  take(bytes: Buffer): Message[] {
    const messages: Message[] = []
    let from = 0
    const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes
    for (let at = all.indexOf(NEWLINE); at >= 0; at = all.indexOf(NEWLINE, from)) {
      const end = at > from && all[at - 1] === 0x0d ? at - 1 : at
      this.#line(all.toString('utf8', from, end), messages)
      from = at + 1
    }
    this.#rest = Buffer.from(all.subarray(from))
    if (this.#rest.length + this.#bytes > MOST_BYTES) {
      throw new Error(
        'The answer is not that of an Asterisk manager interface: a message has no end.'
      )
    }
    return messages
  }

  #line(line: string, messages: Message[]) {
    if (!this.greeted) {
      if (!/^Asterisk Call Manager\//i.test(line)) {
        throw new Error('What answers is not an Asterisk manager interface.')
      }
      this.greeted = true
      return
    }
    if (line === '') {
      if (this.#fields.size > 0) messages.push(this.#fields)
      this.#fields = new Map()
      this.#bytes = 0
      return
    }
    this.#bytes += line.length
    const colon = line.indexOf(':')
    if (colon > 0) {
      this.#fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trimStart())
    }
  }
}
