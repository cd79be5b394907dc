import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChannelConformance, ChannelStandIn } from '#core/contracts/conformance'
import { readMail } from './read_mail.js'
import { startSmtp } from './smtp_stand_in.js'

/** No server: mails are files. */
async function startFolder(): Promise<ChannelStandIn> {
  const folder = mkdtempSync(join(tmpdir(), 'telestat-mail-'))
  return {
    settings: { url: null, from: 'statistik@nordvik.example', fromName: 'Telestat', folder },
    to: 'anna@nordvik.example',
    received: () =>
      readdirSync(folder)
        .sort()
        .map((name) => readMail(readFileSync(join(folder, name), 'latin1'))),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

export default {
  platforms: [
    { name: 'a mail server', start: startSmtp },
    { name: 'files', start: startFolder },
  ],
} satisfies ChannelConformance
