import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** An issuer of the tests' own. Whoever comes is taken for `subject`. */
export interface OpenidProvider {
  issuer: string
  /** Who signs in next, and the address that the issuer says is theirs. */
  person: { subject: string; email: string }
  stop(): Promise<void>
}

export const CLIENT = { id: 'telestat', secret: 'the secret that the issuer gave us' }

/** A real OpenID provider, which asks no questions. */
export async function startOpenidProvider(redirectUri: string): Promise<OpenidProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const running: OpenidProvider = {
    issuer,
    person: { subject: '', email: '' },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  const provider = new Provider(issuer, configuration(redirectUri, running))
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/who/')) return next()
    const login = { accountId: running.person.subject }
    ctx.respond = false
    await provider.interactionFinished(ctx.req, ctx.res, { login })
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return running
}

const configuration = (redirectUri: string, running: OpenidProvider): Configuration => ({
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  cookies: { keys: ['a key of the tests'] },
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
  conformIdTokenClaims: false,
  extraParams: ['domain_hint'],
  features: { devInteractions: { enabled: false } },
  findAccount: (_, accountId) => ({
    accountId,
    claims: () => ({ sub: accountId, email: running.person.email }),
  }),
  interactions: { url: (_, { uid }) => `/who/${uid}` },
  async loadExistingGrant(ctx) {
    const { client, session, provider } = ctx.oidc
    const grant = new provider.Grant({
      clientId: client?.clientId,
      accountId: session?.accountId,
    })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

/** Walks through the issuer as a new browser does, and answers the path and query it sends back to. */
export async function visitIssuer(address: string, back: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let step = 0; step < 10; step += 1) {
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) cookies.set(name, value ?? '')
    }
    const location = response.headers.get('location')
    if (!location)
      throw new Error(`The issuer answered ${response.status}: ${await response.text()}`)
    const url = new URL(location, next)
    if (url.origin === back) return url.pathname + url.search
    next = url.href
  }
  throw new Error('The issuer sends round and round.')
}
