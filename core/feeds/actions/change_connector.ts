import { DateTime } from 'luxon'
import { checkedChoices, type ConnectorChoices } from '#core/feeds/actions/create_connector'
import type Connector from '#core/feeds/models/connector'
import { hashSecret, newSecret } from '#core/users/secret'

/** Changes what was chosen of a connector. A token that is demanded for the first time is made, and shown this once. */
export async function changeConnector(
  connector: Connector,
  choices: ConnectorChoices
): Promise<string | undefined> {
  const token = choices.tokenRequired && !connector.tokenHash ? newSecret() : undefined
  const now = DateTime.utc()
  await connector
    .merge({
      ...checkedChoices(choices),
      ...(token && { tokenHash: hashSecret(token), tokenMadeAt: now }),
      updatedAt: now,
    })
    .save()
  return token
}

/** A new token in the place of the old, which opens nothing from now on. It is shown this once. */
export async function rotateToken(connector: Connector): Promise<string> {
  const token = newSecret()
  const now = DateTime.utc()
  await connector
    .merge({ tokenHash: hashSecret(token), tokenMadeAt: now, tokenRequired: true, updatedAt: now })
    .save()
  return token
}
