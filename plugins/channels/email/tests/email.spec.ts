import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import email from '../index.js'
import { startSmtp } from './smtp_stand_in.js'

test.group('Mail', () => {
  test('a file goes with it, under its own name', async ({ assert, cleanup }) => {
    const server = await startSmtp()
    cleanup(() => server.stop())
    const body = Readable.from(['kö;samtal\r\nsälj;9\r\n'])
    await email.send(
      {
        id: randomUUID(),
        to: 'anna@nordvik.example',
        subject: 'Köer i januari',
        text: 'Rapporten är bifogad.',
        attachments: [{ name: 'köer.csv', contentType: 'text/csv', body }],
      },
      server.settings
    )
    const [mail] = server.mails
    assert.include(mail, 'Content-Type: text/csv')
    assert.include(mail, 'filename*0*=utf-8')
    assert.include(mail, Buffer.from('kö;samtal\r\nsälj;9\r\n').toString('base64'))
  })

  test('the same message keeps its id when it is sent again', async ({ assert, cleanup }) => {
    const server = await startSmtp()
    cleanup(() => server.stop())
    const message = { id: randomUUID(), to: 'anna@nordvik.example', subject: 'x', text: 'y' }
    const first = await email.send(message, server.settings)
    const second = await email.send(message, server.settings)
    assert.equal(first.reference, second.reference)
    assert.include(server.mails[0], message.id)
  })

  test('an address cannot smuggle further receivers in', async ({ assert, cleanup }) => {
    const server = await startSmtp()
    cleanup(() => server.stop())
    const to = 'anna@nordvik.example>\r\nRCPT TO:<eve@evil.example'
    const message = { id: randomUUID(), to, subject: 'x\r\nBcc: eve@evil.example', text: 'y' }
    await email.send(message, server.settings).catch(() => undefined)
    for (const mail of server.mails) assert.notMatch(mail, /^(Bcc|RCPT).*eve/m)
  })
})
