import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import edge from 'edge.js'
import { strToU8, zipSync } from 'fflate'
import { unknownClientLanguage } from '#core/api/errors'
import { type ClientLanguage, clientLanguages } from '#core/api/clients/languages'
import type { CheckedReportRequest } from '#core/reports/validators/to_report_query'

/** What a client is given to ask for: whose ticket, and which report. */
export interface ClientConfig {
  url: string
  token: string
  /** Empty where the reader puts it in later. */
  secret: string
  language: string
  report: CheckedReportRequest
}

/**
 * A program in a language, as a zip: its source as it is for everybody, and beside it `telestat.json`
 * with what is this customer's own, so that the source can be shared and nothing is written into code.
 * Throws `E_UNKNOWN_CLIENT_LANGUAGE`.
 */
export async function makeClient(key: string, config: ClientConfig): Promise<Uint8Array> {
  const language = clientLanguages.find((one) => one.key === key)
  if (!language) {
    throw unknownClientLanguage(
      key,
      clientLanguages.map((one) => one.key)
    )
  }
  const files = {
    ...(await sources(language)),
    'telestat.json': `${JSON.stringify(config, null, 2)}\n`,
    'README.md': await edge.render('client_readme', { language, config }),
    // The secret stands in it.
    '.gitignore': 'telestat.json\n',
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        `telestat-${language.key}/${name}`,
        strToU8(text),
      ])
    )
  )
}

async function sources({ key, files }: ClientLanguage): Promise<Record<string, string>> {
  const folder = app.makePath('core/api/clients', key)
  const read = files.map(
    async (name) => [name, await readFile(`${folder}/${name}.stub`, 'utf8')] as const
  )
  return Object.fromEntries(await Promise.all(read))
}
