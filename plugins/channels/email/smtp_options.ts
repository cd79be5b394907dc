const TIMEOUT_MS = 20_000

/** How far the handing over of one message has come. */
export interface Progress {
  /** Whether the last byte of it was written to the server. */
  whole: boolean
}

/**
 * What nodemailer needs to know of a server, from its address: `smtp://user:password@host:587` with
 * options of nodemailer's after it, such as `?requireTLS=true&tls.rejectUnauthorized=false`. An
 * address alone would make it forget all other options.
 */
export function smtpOptions(address: string, progress: Progress) {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const asked = Object.fromEntries(
    [...url.searchParams].filter(([name]) => !name.startsWith('tls.')).map(valued)
  )
  const tls = [...url.searchParams]
    .filter(([name]) => name.startsWith('tls.'))
    .map(([name, text]) => valued([name.slice('tls.'.length), text]))
  const options = {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    ...asked,
    ...(tls.length && { tls: Object.fromEntries(tls) as Record<string, unknown> }),
    logger: noting(progress),
  }
  // The framework's type knows a part of what nodemailer takes.
  return options as object as { host: string }
}

const valued = ([name, text]: readonly [string, string]) => [name, valueOf(text)] as const

function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^\d+$/.test(text) ? Number(text) : text
}

const ignore = () => undefined

/** nodemailer tells its log when the last byte of a message has been written. */
const noting = (progress: Progress) => ({
  ...{ trace: ignore, debug: ignore, warn: ignore, error: ignore, fatal: ignore },
  info({ tnx }: { tnx?: string }) {
    if (tnx === 'message') progress.whole = true
  },
})
