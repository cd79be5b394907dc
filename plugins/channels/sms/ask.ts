const TIMEOUT_MS = 15_000
const MOST_CHARACTERS = 300

/**
 * Asks a provider and answers its JSON. Throws a sentence where it cannot be reached, does not take
 * our key, or answers something else; the key is never part of it.
 */
export async function ask(provider: string, url: URL, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new Error(`${provider} does not answer at ${url.origin}: ${reason(error)}`)
  })
  const text = await response.text()
  const answer = parsed(text)
  if (response.ok && answer !== undefined) return answer
  // SMSAPI explains its errors in JSON, whatever the status.
  if (answer !== undefined && (answer as { error?: unknown } | null)?.error) return answer
  const said = text.slice(0, MOST_CHARACTERS).trim()
  throw new Error(`${provider} answered ${response.status}${said ? `: ${said}` : ''}`)
}

function reason(error: unknown) {
  const { message, cause } = error as Error
  return cause instanceof Error ? cause.message : message
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
