/** The address, to be opened by the browser, where an organisation's own sign-in begins. */
export function singleSignOnPath(connection: string, asked: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value))
  return `/api/sso/${encodeURIComponent(connection)}${query.size ? `?${query}` : ''}`
}
