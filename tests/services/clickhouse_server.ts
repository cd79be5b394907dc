import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/**
 * Stands in for a ClickHouse server where none can be installed: it speaks the HTTP interface over chDB,
 * in a process and a folder of its own. Of the interface it has what a client needs: queries and
 * inserts, settings, bound parameters in the address or in a form, streamed answers, errors, and KILL
 * QUERY by id.
 */
export interface ClickhouseServer {
  url: string
  stop(): Promise<void>
}

export async function startClickhouseServer(): Promise<ClickhouseServer> {
  const folder = mkdtempSync(join(tmpdir(), 'telestat-clickhouse-'))
  const child = fork(fileURLToPath(import.meta.url), [folder], {
    execArgv: ['--import=@poppinss/ts-exec'],
    env: { ...process.env, CLICKHOUSE_SERVER: 'serve' },
  })
  const [port] = (await once(child, 'message')) as [number]
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type ChdbSession = InstanceType<(typeof import('chdb'))['Session']>

interface Asked {
  sql: string
  body: Buffer | undefined
  params: URLSearchParams
}

// What only the HTTP interface of a server knows, and this one does anyway or not at all.
const NOT_OF_THE_ENGINE = new Set([
  'query',
  'query_id',
  'database',
  'session_id',
  'default_format',
  'wait_end_of_query',
  'enable_http_compression',
  'send_progress_in_http_headers',
  'http_headers_progress_interval_ms',
])

function serve(folder: string) {
  const { Session } = createRequire(import.meta.url)('chdb') as typeof import('chdb')
  // Holds the engine open between requests, and ends what others began.
  const keeper = new Session(folder)
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      fail(response, error)
    })
  }).listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
  process.on('SIGTERM', () => {
    server.closeAllConnections()
    server.close(() => {
      keeper.close()
      process.exit(0)
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (request.url?.startsWith('/ping')) return response.end('Ok.\n')
    const asked = await readRequest(request)
    const id = asked.params.get('query_id') ?? ''
    response.setHeader('X-ClickHouse-Query-Id', id)
    const session = new Session(folder)
    try {
      await prepare(session, asked.params)
      if (asked.body) await insert(session, asked.sql, asked.body)
      else await select(session, `/* ${id} */ ${killById(asked)}`, response)
      response.end()
    } finally {
      session.close()
    }
  }
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const params = new URL(request.url!, 'http://localhost').searchParams
  const body = await buffer(request)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    for (const [name, value] of form) params.set(name, String(value))
    return { sql: params.get('query')!, body: undefined, params }
  }
  const query = params.get('query')
  return query ? { sql: query, body, params } : { sql: body.toString(), body: undefined, params }
}

/** Settings and bound values are those of one request, so each has a session of its own. */
async function prepare(session: ChdbSession, params: URLSearchParams) {
  const settings = [...params]
    .filter(([name]) => !NOT_OF_THE_ENGINE.has(name))
    .map(([name, value]) => `${name} = '${value.replace(/[\\']/g, '\\$&')}'`)
  if (settings.length > 0) await session.queryAsync(`SET ${settings.join(', ')}`)
}

async function insert(session: ChdbSession, sql: string, body: Buffer) {
  const [, table, columns] = /^INSERT INTO (\S+)\s*(?:\(([^)]*)\))?\s*FORMAT TabSeparated/.exec(
    sql
  )!
  await session.insert({
    table: table!,
    columns: columns!.split(',').map((name) => name.trim()),
    format: 'TabSeparated',
    values: body,
  })
}

async function select(session: ChdbSession, sql: string, response: ServerResponse) {
  const [, plain, format] = /^([\s\S]*?)\s*(?:FORMAT (\w+)\s*)?$/.exec(sql)!
  if (format !== 'JSONCompactEachRow') {
    const result = await session.queryAsync(plain!, { format: format ?? 'TabSeparated' })
    response.write(result.bytes())
    return
  }
  for await (const chunk of session.queryStream(plain!, { format })) {
    if (response.closed) return
    if (!response.write(chunk.raw())) {
      await Promise.race([once(response, 'drain'), once(response, 'close')])
    }
  }
}

/** Embedded queries have ids of their own; here the client's id stands as a remark before the query. */
const killById = ({ sql, params }: Asked) =>
  sql.replace(
    /^KILL QUERY WHERE query_id = \{id:String\}/,
    `KILL QUERY WHERE startsWith(query, '/* ${params.get('param_id')} */')`
  )

function fail(response: ServerResponse, error: unknown) {
  const text = error instanceof Error ? error.message : String(error)
  const code = /Code: (\d+)/.exec(text)?.[1]
  if (response.headersSent) return response.destroy()
  response.writeHead(500, { 'X-ClickHouse-Exception-Code': code ?? '1000' }).end(text)
}

if (process.env.CLICKHOUSE_SERVER === 'serve') serve(process.argv[2]!)
