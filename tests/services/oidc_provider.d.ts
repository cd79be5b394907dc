declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  /** The part of the package that the tests use: it has no types of its own. */
  interface Context {
    path: string
    req: IncomingMessage
    res: ServerResponse
    respond?: boolean
    oidc: {
      client?: { clientId: string }
      session?: { accountId?: string }
      provider: Provider
    }
  }

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export interface Configuration {
    [name: string]: unknown
    findAccount(ctx: Context, accountId: string): object
    interactions: { url(ctx: Context, interaction: { uid: string }): string }
    loadExistingGrant(ctx: Context): Promise<Grant>
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    readonly Grant: new (of: { clientId?: string; accountId?: string }) => Grant
    use(middleware: (ctx: Context, next: () => Promise<void>) => Promise<void>): void
    callback(): RequestListener
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } }
    ): Promise<void>
  }
}
