import { firstAnswer } from '../early/first_answers.js'

/** What the server answers where a request cannot be met. */
export interface Problem {
  code: string
  message: string
  field?: string
  allowed?: (string | number)[]
  retryAfterSeconds?: number
}

/** A request that failed: `status` is 0 where no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    /** The number that the server's log knows the request by. */
    readonly reference = ''
  ) {
    super(problem.message)
    this.name = 'ApiError'
  }
}

interface Options {
  body?: unknown
  signal?: AbortSignal
}

let language = 'en'
let whenSignedOut: () => void = () => {}

/** The language that labels and messages are asked for in. */
export function speak(chosen: string) {
  language = chosen
}

/** Called where the server no longer knows who asks. */
export function onSignedOut(listener: () => void) {
  whenSignedOut = listener
}

/**
 * Asks the server and answers what it said.
 *
 * @throws ApiError where it refused or could not be reached, AbortError where the signal says so
 */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, path, options)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** The same for a file: its content, and the name that the server gave it. */
export async function requestFile(path: string, options: Options, method = 'POST') {
  const response = await send(method, path, options)
  return {
    content: await response.blob(),
    name: fileName(response.headers.get('content-disposition')) ?? 'report',
  }
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  let response = await attempt(method, path, options)
  if (await hasOldToken(response)) {
    // Any answer brings a new one.
    await attempt('GET', '/api/session', {})
    response = await attempt(method, path, options)
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  if (response.status === 401 && path !== '/api/session') whenSignedOut()
  throw new ApiError(response.status, problem, response.headers.get('x-request-id') ?? '')
}

/** The proof against forgery went with a session that is over. */
async function hasOldToken(response: Response) {
  if (response.status !== 403) return false
  const { code } = await problemOf(response.clone())
  return code === 'E_BAD_CSRF_TOKEN'
}

async function attempt(method: string, path: string, { body, signal }: Options) {
  const early = method === 'GET' && (await firstAnswer(path, language))
  if (early) return early
  const headers: Record<string, string> = {
    'accept': 'application/json',
    'accept-language': language,
  }
  const token = cookie('XSRF-TOKEN')
  if (token) headers['x-xsrf-token'] = token
  if (body !== undefined) {
    headers['content-type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json'
  }
  try {
    return await fetch(path, {
      method,
      headers,
      signal,
      credentials: 'same-origin',
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, { code: 'E_UNREACHABLE', message: 'The server cannot be reached.' })
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const { error } = (await response.json()) as { error: Problem }
    return error
  } catch {
    return { code: 'E_UNEXPECTED', message: `${response.status} ${response.statusText}` }
  }
}

function cookie(name: string) {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

function fileName(disposition: string | null) {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]
}
