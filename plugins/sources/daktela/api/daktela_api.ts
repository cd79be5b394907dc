import { setTimeout } from 'node:timers/promises'
import type { Tools } from '#core/contracts/collector'
import type { Json } from '#core/contracts/scalar'
import { errorText } from './error_text.js'
import type { Instance } from './instance.js'
import { queryString, type Query } from './query.js'

/** A page of a model, and how many records there are in all. */
export interface Page {
  rows: readonly Json[]
  total: number
}

const MOST_WAITS = 3
const LONGEST_WAIT = 60
const MOST_PAGES = 10_000

/**
 * Asks an instance over its REST interface, version 6. An access token that has expired is fetched anew, once;
 * who asks too often waits as long as the answer says. Everything thrown is a sentence that an
 * administrator can act on, and holds neither token nor password.
 */
export class DaktelaApi {
  private token: string

  constructor(
    private readonly tools: Tools,
    private readonly instance: Instance,
    private readonly signal: AbortSignal
  ) {
    this.token = instance.token
  }

  /** Page after page, until all there are have been answered. */
  async *pages(model: string, query: Query): AsyncGenerator<Page> {
    let skip = 0
    for (let page = 0; page < MOST_PAGES; page++) {
      const { rows, total } = await this.page(model, { ...query, skip })
      if (rows.length > 0) yield { rows, total }
      skip += rows.length
      if (rows.length === 0 || skip >= total) return
    }
  }

  async page(model: string, query: Query): Promise<Page> {
    const answer = await this.asked(`${model}.json?${queryString(query)}`)
    const result = isRecord(answer.result) ? answer.result : {}
    if (!Array.isArray(result.data)) {
      throw new Error(`${this.who} answered without any list of ${model}. ${again}`)
    }
    return { rows: result.data, total: Number(result.total ?? result.data.length) }
  }

  private async asked(path: string): Promise<Record<string, Json>> {
    if (this.token === '') await this.signIn()
    let answer = await this.sent(path)
    if (answer.status === 401 && this.instance.username !== '' && this.instance.password !== '') {
      await answer.body?.cancel()
      await this.signIn()
      answer = await this.sent(path)
    }
    return this.read(answer)
  }

  private async signIn(): Promise<void> {
    const { username, password } = this.instance
    const answer = await this.sent('login.json', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password, only_token: 1 }),
    })
    const { result } = await this.read(answer)
    const token = isRecord(result) ? result.accessToken : undefined
    if (typeof token !== 'string' || token === '') {
      throw new Error(`${this.who} took the user name and password, and gave no access token.`)
    }
    this.token = token
  }

  private async sent(path: string, init: RequestInit = {}): Promise<Response> {
    for (let waits = 0; ; waits++) {
      const answer = await this.once(path, init)
      if (answer.status !== 429 || waits >= MOST_WAITS) return answer
      await answer.body?.cancel()
      const seconds = Number(answer.headers.get('retry-after') ?? 2 ** waits)
      if (!(seconds <= LONGEST_WAIT)) return answer
      await setTimeout(seconds * 1000, undefined, { signal: this.signal })
    }
  }

  private async once(path: string, init: RequestInit): Promise<Response> {
    const timeout = AbortSignal.timeout(this.instance.timeout * 1000)
    const headers = this.token === '' ? {} : { 'x-auth-token': this.token }
    try {
      const answer = await this.tools.fetch(new URL(`api/v6/${path}`, this.instance.address), {
        ...init,
        headers: { accept: 'application/json', ...headers, ...init.headers },
        // A redirect would hand the token to another address.
        redirect: 'manual',
        signal: AbortSignal.any([this.signal, timeout]),
      })
      const body = await answer.text()
      return new Response(nullBody(answer.status) ? null : body, answer)
    } catch (error) {
      // What `fetch` threw may hold the address with what was asked: only its reason is told.
      throw this.failure(error, timeout)
    }
  }

  private async read(answer: Response): Promise<Record<string, Json>> {
    const text = await answer.text()
    const body = parsed(text)
    const said = isRecord(body) ? errorText(body.error) : ''
    if (!answer.ok) throw new Error(this.refusal(answer.status, said))
    if (!isRecord(body)) {
      throw new Error(`${this.who} answered with something that is no JSON. ${again}`)
    }
    if (said !== '') throw new Error(`${this.who} answered: ${said}`)
    return body
  }

  private refusal(status: number, said: string): string {
    const why = said === '' ? '' : ` It says: ${said}.`
    if (status === 401 || status === 403) {
      return `${this.who} refused the access (${status}).${why} Check the token, or the user's name, password and rights.`
    }
    if (status === 429) return `${this.who} is asked too often (429). ${again}`
    if (status >= 300 && status < 400) {
      return `${this.who} points to another address (${status}). Enter the final address in the setting "Address of the instance".`
    }
    if (status === 404) {
      return `${this.who} knows no such model (404).${why} Check the setting "Address of the instance".`
    }
    return `${this.who} answered ${status}.${why} ${again}`
  }

  private failure(error: unknown, timeout: AbortSignal): Error {
    if (this.signal.aborted) return new Error('Asking the platform was stopped.')
    if (timeout.aborted) {
      return new Error(
        `${this.who} did not answer within ${this.instance.timeout} seconds. ${again}`
      )
    }
    let last = error
    while (last instanceof Error && last.cause instanceof Error) last = last.cause
    const reason = last instanceof Error ? last.message || last.name : 'unknown'
    return new Error(`${this.who} cannot be reached: ${reason.replace(/\.$/, '')}.`)
  }

  private get who(): string {
    return `Daktela at ${this.instance.address.host}`
  }
}

const again = 'It is asked again next time.'

const nullBody = (status: number) => [101, 204, 205, 304].includes(status)

const isRecord = (value: Json | undefined): value is Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}
