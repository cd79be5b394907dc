import type { BoardDocument } from '#core/contracts/board'
import type { DescribedLive, DescribedReport } from '#core/contracts/described_report'
import type { Kind } from '../api.js'

/** What a screen is given to draw. */
export interface OpenedScreen {
  screen: { name: string; language: string; zone: string } | null
  board: { name: string; revision: number; document: BoardDocument } | null
  /** Seconds until it shows another one. */
  left?: number
  types: DescribedReport[]
  live: DescribedLive[]
  kinds: Kind[]
}

export interface ShownCode {
  code: string
  check: number
  device: string
  expiresIn: number
  interval: number
}

/** Thrown where the server refuses. 0 is no answer at all. */
export class Failed extends Error {
  constructor(readonly status: number) {
    super(`The server answered ${status}`)
  }
}

/** Asks the server; an answer that is not its own, such as a hotel's sign-in page, is none. */
export async function ask<T>(path: string, body?: object): Promise<T> {
  let response: Response
  try {
    response = await fetch(`/m/dashboards/${path}`, {
      credentials: 'same-origin',
      ...(body && {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
  } catch {
    throw new Failed(0)
  }
  if (!response.ok) throw new Failed(response.status)
  if (!/json/.test(response.headers.get('content-type') ?? '')) throw new Failed(0)
  return (await response.json()) as T
}
