import { randomInt } from 'node:crypto'
import { codeMailedTo } from '#tests/made/mails'
import { PASSWORD } from '#tests/made/user'

/** A browser as the server sees one: it keeps cookies, proves its requests, and has an address of its own. */
export class Page {
  readonly #cookies = new Map<string, string>()
  readonly #address = `198.18.${randomInt(256)}.${randomInt(256)}`

  constructor(
    address?: string,
    private readonly port: number | string = process.env.PORT ?? '',
    private readonly storage?: string
  ) {
    if (address) this.#address = address
  }

  get = (path: string) => this.send('GET', path)
  post = (path: string, body?: unknown) => this.send('POST', path, body)
  patch = (path: string, body?: unknown) => this.send('PATCH', path, body)
  delete = (path: string) => this.send('DELETE', path)

  cookie = (name: string) => this.#cookies.get(name)

  /** Signs in as a person would: password, then the code that is mailed. Answers the last answer. */
  async signIn(email: string, password = PASSWORD) {
    const answer = await this.givePassword(email, password)
    return answer.body.step === 'factor' ? this.giveMailedCode(email) : answer
  }

  async givePassword(email: string, password = PASSWORD) {
    await this.get('/api/session')
    return this.post('/api/session', { email, password })
  }

  async giveMailedCode(email: string) {
    const sent = await this.post('/api/session/code', { method: 'email' })
    if (sent.status !== 200) return sent
    const code = await codeMailedTo(email, this.storage)
    return this.post('/api/session/verify', { code })
  }

  /** Any request; those above are the usual ones. */
  async send(method: string, path: string, body?: unknown) {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'X-Forwarded-For': this.#address,
        'X-XSRF-TOKEN': decodeURIComponent(this.#cookies.get('XSRF-TOKEN') ?? ''),
        'Cookie': [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) this.#cookies.set(name, value ?? '')
    }
    const text = await response.text()
    const answer = (/^[[{]/.test(text) ? JSON.parse(text) : {}) as Answer
    return { status: response.status, headers: response.headers, body: answer }
  }
}

/** What the session's addresses answer with. */
interface Answer {
  user?: { name: string; email: string; language: string }
  customer?: { id: number; slug: string; name: string; zone: string; edition: string }
  customers?: { slug: string; name: string }[]
  role?: string
  zone?: string
  step?: string
  paused?: { slug: string; name: string }[]
  methods?: { method: string; shown: string }[]
  shown?: string
  method?: string
  againInSeconds?: number
  expiresInSeconds?: number
  failedSignIns?: number
  lastSignInAt?: string | null
  capabilities?: string[]
  id?: number
  key?: string
  uri?: string
  svg?: string
  factors?: { id: number | null; method: string; name: string; removable: boolean }[]
  sessions?: { id: number; current: boolean; device: string; address: string }[]
  actingFor?: { userId: number; write: boolean; until: string } | null
  location?: string
  until?: string
  connections?: { id: number; key: string; name: string }[]
  email?: string
  name?: string
  error?: { code: string; message: string; field?: string; retryAfterSeconds?: number }
}
