import type { CollectionPoint } from '#core/contracts/collector'

/** An instance of the platform as a collection point's settings say. */
export interface Instance {
  address: URL
  token: string
  username: string
  password: string
  timeout: number
}

/** Whether a point names an instance at all; one that does not is given recorded answers. */
export const isAsked = ({ settings }: CollectionPoint) => text(settings.address) !== ''

/** @throws a sentence, where the settings are missing or wrong. */
export function instanceOf({ settings }: CollectionPoint): Instance {
  const address = text(settings.address)
  const url = URL.parse(address.endsWith('/') ? address : `${address}/`)
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new Error(
      `The setting "Address of the instance" should be like https://company.daktela.com; it is "${address}".`
    )
  }
  const [token, username, password] = [settings.token, settings.username, settings.password].map(
    text
  ) as [string, string, string]
  if (token === '' && (username === '' || password === '')) {
    throw new Error(
      'Fill in the setting "Access token", or "User name" and "Password" of an API user.'
    )
  }
  const seconds = Number(settings.timeoutSeconds ?? 60)
  return { address: url, token, username, password, timeout: seconds > 0 ? seconds : 60 }
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
