import limiter from '@adonisjs/limiter/services/main'
import type { ApiClient } from '@japa/api-client'
import { type Capability, answerFor } from '#core/permissions/matrix'
import type { Right } from '#core/permissions/right'
import type { NamedRoute } from '#tests/functional/matrix/routes'
import type { Identity, World } from '#tests/functional/matrix/world'
import { liveSession } from '#tests/made/asker'

const refusals = [
  'E_NOT_SIGNED_IN',
  'E_BAD_TICKET',
  'E_BAD_TOKEN',
  'E_GRANT_MISSING',
  'E_NOT_ALLOWED',
]

/** What the matrix says, worked out from its text alone. */
function may(identity: Identity, capability: Capability): boolean {
  const answer = answerFor(capability, identity.role)
  if (answer === 'owner') return identity.owner !== undefined && may(identity.owner, capability)
  if (answer === 'right') return identity.rights.includes(capability as Right)
  return answer === 'yes' || (identity.role === 'invitedOperator' && mayOperate(capability))
}

const mayOperate = (capability: Capability) => answerFor(capability, 'operator') === 'yes'

/** The address with another customer's ids in it; an operator's is nobody's, as theirs are everybody's. */
const addressOf = ({ pattern, capability }: NamedRoute, foreign: Record<string, string>) =>
  pattern
    .split('/')
    .map((part, at, parts) => {
      if (!part.startsWith(':')) return part
      if (capability?.startsWith('operator.')) return '999999'
      const [before, version] = [parts[at - 1] ?? '', parts[at - 2] ?? '']
      return foreign[before] ?? foreign[version] ?? '999999'
    })
    .join('/')
    .replace('*', 'reports')

async function ask(
  client: ApiClient,
  { method, body = {}, module }: NamedRoute,
  address: string,
  who: Identity
) {
  const request = client.request(address, method).withCsrfToken()
  for (const [name, value] of Object.entries(who.headers ?? {})) request.header(name, value)
  if (who.user && who.customer) {
    request.withSession(await liveSession(who.user, who.customer)).loginAs(who.user)
  }
  const response = await (method === 'GET' ? request : request.json(body))
  const answer = response.body() as { error?: { code: string } } | undefined
  const code = answer?.error?.code ?? ''
  // A module that the customer does not have is not there.
  const hidden = module !== undefined && code === 'E_ROUTE_NOT_FOUND'
  const refused = hidden || ([401, 403].includes(response.status()) && refusals.includes(code))
  return { status: response.status(), code, refused }
}

/** Another's thing is as unknown as none; what is done to the own account may want a password first. */
const unknown = ({ capability }: NamedRoute, status: number) =>
  capability === 'account.own' ? status >= 400 : status === 404

/** Asks each route as each of them, with another customer’s ids in it; answers what is not as the matrix says. */
export async function walk(
  client: ApiClient,
  routes: readonly NamedRoute[],
  { identities, foreign }: World
): Promise<string[]> {
  const wrong: string[] = []
  for (const route of routes) {
    const { capability } = route
    if (!capability) continue
    // So many wrong tokens from one address would be told to wait instead of what they may.
    await limiter.clear()
    for (const who of identities) {
      const address = addressOf(route, { ...foreign, ...who.own })
      const { status, code, refused } = await ask(client, route, address, who)
      const said = `${route.method} ${route.pattern} as ${who.title}: ${status} ${code}`
      const allowed = may(who, capability)
      if (refused === allowed) wrong.push(`${said}, but ${capability} says ${allowed}`)
      if (status >= 500) wrong.push(said)
      const reaches = route.demandsReader && route.pattern.includes(':') && !unknown(route, status)
      if (allowed && reaches) wrong.push(`${said}, though it belongs to another customer`)
    }
  }
  return wrong
}
