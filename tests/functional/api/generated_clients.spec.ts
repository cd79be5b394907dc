import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { createClient } from '@hey-api/openapi-ts'
import { test } from '@japa/runner'
import openapiTypes, { astToString } from 'openapi-typescript'
import { type Document, documentIn } from '#tests/functional/api/made_document'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const run = promisify(execFile)

/** What both programs ask for, written as somebody would who reads the generated types. */
const asked = `{
  report: 'asterisk.queue',
  period: { from: '2026-01-05', to: '2026-01-05' },
  interval: 'date',
  objects: 'all',
}`
const told = `
const [row] = report.rows
const answered: number | null | undefined = row?.answered
console.log(JSON.stringify([report.total?.incoming, row?.interval, answered]))
`

/** Each generator: how it writes a client of the document to a folder, and a program that uses it. */
const generators = {
  'openapi-typescript': {
    async generate(document: Document, folder: string) {
      const types = await openapiTypes(document as unknown as Parameters<typeof openapiTypes>[0])
      await writeFile(join(folder, 'schema.ts'), astToString(types))
    },
    program: `import type { components, paths } from './schema.js'

type Generate = paths['/api/report/v1/generate']['post']
type Answer = Generate['responses'][200]['content']['application/json']
type Problem = components['schemas']['Error']
const body: Generate['requestBody']['content']['application/json'] = ${asked}
const [url, token, secret] = process.argv.slice(2)
const response = await fetch(url + '/api/report/v1/generate', {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'api-token': token!, 'api-secret': secret! },
  body: JSON.stringify(body),
})
const report = (await response.json()) as Answer | Problem
if ('error' in report) throw new Error(report.error.message)
if (report.report !== 'asterisk.queue') throw new Error('Another report: ' + report.report)
${told}`,
  },
  '@hey-api/openapi-ts': {
    async generate(document: Document, folder: string) {
      await createClient({
        input: document as unknown as Record<string, unknown>,
        output: { path: folder, postProcess: [], module: { extension: '.js' } },
        logs: { level: 'silent', file: false },
        plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
      })
    },
    program: `import { client } from './client.gen.js'
import { postApiReportV1Generate } from './sdk.gen.js'

const [url, token, secret] = process.argv.slice(2)
client.setConfig({ baseUrl: url, headers: { 'Api-Token': token, 'Api-Secret': secret } })
const { data: report, error } = await postApiReportV1Generate({ body: ${asked} })
if (error) throw new Error(error.error.message)
if (report instanceof Blob || report.report !== 'asterisk.queue') throw new Error('Another report')
${told}`,
  },
}

const compiler = app.makePath('node_modules/typescript/bin/tsc')
const compiling = {
  compilerOptions: {
    strict: true,
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
    skipLibCheck: true,
    rootDir: '.',
    outDir: 'built',
  },
  files: ['program.ts'],
}

test.group('A client that is generated from the description of the API', () => {
  for (const [name, { generate, program }] of Object.entries(generators)) {
    test(`by ${name} compiles, and its program reads a report`, async ({ assert, cleanup }) => {
      // Below the project, where its packages are found, and outside of them: those are not compiled.
      await mkdir(app.makePath('storage'), { recursive: true })
      const folder = await mkdtemp(app.makePath('storage/generated-client-'))
      cleanup(() => rm(folder, { recursive: true, force: true }))
      await generate(await documentIn('en'), folder)
      await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
      await writeFile(join(folder, 'program.ts'), program)
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(compiling))
      const compiled = run(process.execPath, [compiler, '-p', folder])
      await assert.doesNotReject(async () => {
        await compiled.catch(({ stdout }: { stdout: string }) => Promise.reject(new Error(stdout)))
      })
      const customer = await madeCustomer({ plugins: ['asterisk'] })
      await collectedLog(customer)
      const user = await madeUser(customer, { seesEverything: true })
      const { token, secret } = await madeTicket(user, customer)
      const origin = `http://127.0.0.1:${process.env.PORT}`
      const { stdout } = await run(process.execPath, ['built/program.js', origin, token, secret], {
        cwd: folder,
      })
      const [incoming, interval, answered] = JSON.parse(stdout) as unknown[]
      assert.deepEqual([incoming, interval], [9, '2026-01-05'])
      assert.isNumber(answered)
    })
  }
})
