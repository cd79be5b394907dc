import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Values = Record<string, unknown>
type Fault = 'slow' | 'busy' | 'notJson' | 'error' | 'redirect'

/** An instance that answers as version 6 of the interface is documented to, and misbehaves where asked to. */
export interface StandIn {
  address: string
  /** Records of each model. */
  models: Record<string, Values[]>
  /** The tokens that are taken; another is answered 401. */
  tokens: Set<string>
  /** What goes wrong with the next answers, one each. */
  faults: (Fault | undefined)[]
  /** What the next answer says as its error, whole. */
  error: unknown
  /** What was asked: model, from, skip. */
  asked: string[]
  /** How many records a page has at most, whatever was asked. */
  most: number
  close(): Promise<void>
}

export async function standIn(): Promise<StandIn> {
  const server = createServer((request, response) => void answer(request, response, instance))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const instance: StandIn = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    models: { activitiesCall: [], activities: [], realtimeSessions: [], users: [], queues: [] },
    tokens: new Set(['static-token']),
    faults: [],
    error: undefined,
    asked: [],
    most: 1000,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return instance
}

async function answer(request: IncomingMessage, response: ServerResponse, instance: StandIn) {
  const url = new URL(request.url!, 'http://instance')
  const said = (status: number, body: unknown) =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(body))
  if (url.pathname === '/api/v6/login.json') {
    const { username, password } = (await json(request)) as Record<string, string>
    if (username !== 'report' || password !== 'secret') return said(401, { error: 'Bad login' })
    instance.tokens = new Set(['fresh-token'])
    return said(200, { error: [], result: { accessToken: 'fresh-token', refreshToken: 'r' } })
  }
  if (!instance.tokens.has(String(request.headers['x-auth-token']))) {
    return said(401, { error: ['Access token is not valid'], result: null })
  }
  const model = /^\/api\/v6\/(\w+)\.json$/.exec(url.pathname)?.[1] ?? ''
  const rows = instance.models[model]
  if (!rows) return said(404, { error: 'Not found', result: null })
  const { searchParams: query } = url
  const skip = Number(query.get('skip'))
  const from = query.get('filter[filters][0][value]') ?? ''
  instance.asked.push(`${model} ${from} ${skip}`.replace('  ', ' '))
  const fault = instance.faults.shift()
  if (fault) return misbehave(response, fault)
  if (instance.error !== undefined) return said(200, { error: instance.error, result: null })
  const field = query.get('filter[filters][0][field]')
  const found = field ? rows.filter((row) => String(row[field]) >= from) : rows
  const page = found.slice(skip, skip + Math.min(Number(query.get('take')), instance.most))
  const fields = [...query].filter(([key]) => key.startsWith('fields[')).map(([, value]) => value)
  const data = page.map((row) =>
    Object.fromEntries(fields.map((name) => [name, row[name] ?? null]))
  )
  return said(200, { error: [], result: { data, total: found.length }, _time: '2026-03-02' })
}

function misbehave(response: ServerResponse, fault: Fault): void {
  switch (fault) {
    case 'slow':
      return
    case 'busy':
      return void response.writeHead(429, { 'retry-after': '0' }).end('{"error":"Too many"}')
    case 'notJson':
      return void response.writeHead(200).end('<html>Maintenance')
    case 'error':
      return void response.writeHead(500).end('out of order')
    case 'redirect':
      return void response.writeHead(302, { location: 'https://elsewhere.example/' }).end()
  }
}
