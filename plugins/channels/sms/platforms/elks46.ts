import { NotSent } from '#core/contracts/channel'
import type { Row } from '#core/contracts/scalar'
import { ask } from '../ask.js'
import type { SmsPlatform } from '../platform.js'

const NAME = '46elks'
const ADDRESS = 'https://api.46elks.com'

const stages: Readonly<Record<string, 'handed' | 'confirmed' | 'bounced'>> = {
  delivered: 'confirmed',
  failed: 'bounced',
}

/** 46elks: `/a1/sms`, one resource per message. It takes no id of ours. */
export const elks46: SmsPlatform = {
  async send(message, settings) {
    const answer = await asked(settings, '', {
      method: 'POST',
      body: new URLSearchParams({
        from: String(settings.sender ?? ''),
        to: message.to,
        message: message.text,
      }),
    })
    if (answer.status === 'failed') {
      throw new NotSent(`${NAME} refused the message.`, 'permanent', true, true)
    }
    if (!answer.id) throw new NotSent(`${NAME} named no message.`, 'unknown', true)
    return { reference: answer.id }
  },

  async status(references, settings) {
    const found = new Map<string, 'handed' | 'confirmed' | 'bounced'>()
    for (const reference of references) {
      const { status = '' } = await asked(settings, `/${encodeURIComponent(reference)}`, {})
      found.set(reference, stages[status] ?? 'handed')
    }
    return found
  },
}

async function asked(settings: Row, path: string, init: RequestInit) {
  const url = new URL(`/a1/sms${path}`, String(settings.address || ADDRESS))
  const key = Buffer.from(`${String(settings.user ?? '')}:${String(settings.secret)}`)
  return (await ask(NAME, url, {
    ...init,
    headers: { Authorization: `Basic ${key.toString('base64')}` },
  })) as { id?: string; status?: string }
}
