const known = new Map<string, string>()

/**
 * An agent as its facts name it. A channel says which of the interface's calls it is
 * (`SIP/8007-0000001a`, `Local/2004@from-internal/n`): that is left out, so that the agent stays the
 * same from call to call. A name of a person stays as written.
 */
export function interfaceName(written: string): string {
  const found = known.get(written)
  if (found !== undefined) return found
  const name = written.includes('/') ? withoutCall(written) : written.trim()
  if (known.size > 10_000) known.clear()
  known.set(written, name)
  return name
}

const withoutCall = (channel: string) =>
  channel
    .trim()
    .replace(/\/n[a-z]*$/, '')
    .replace(/;[12]$/, '')
    .replace(/-[0-9a-f]{8}$/, '')
