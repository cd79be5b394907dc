import type { DocumentPolicy } from '#core/contracts/module'

/** An origin as the header takes it, and nothing that would end its directive. */
const ORIGIN = /^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/

/** The Content-Security-Policy of a module's document. Throws where a host is none. */
export function contentPolicy(policy: DocumentPolicy): string {
  const { frames = [], images = [], media = [], ancestors = [] } = policy
  const origins = (hosts: readonly string[], ...own: string[]) => {
    for (const host of hosts) {
      if (!ORIGIN.test(host))
        throw new Error(`"${host}" is no host such as https://www.example.com.`)
    }
    return [...own, ...hosts].join(' ') || "'none'"
  }
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src ${origins(images, "'self'", 'data:')}`,
    `media-src ${origins(media, "'self'")}`,
    `frame-src ${origins(frames)}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origins(ancestors)}`,
  ].join('; ')
}
