import type { ShownBoard } from '../../links/shown_publicly.js'

export type OpenedShow = { view: string; board: ShownBoard } | { status: number; code: string }

/** Asks for what a link shows. Status 0 is no answer at all. */
export async function openShow(
  address: string,
  secret: string,
  password: string
): Promise<OpenedShow> {
  try {
    const response = await fetch(`${address}/open`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret, ...(password && { password }) }),
    })
    const body = (await response.json()) as OpenedShow & { error?: { code: string } }
    if (response.ok) return body
    return { status: response.status, code: body.error?.code ?? '' }
  } catch {
    return { status: 0, code: '' }
  }
}
