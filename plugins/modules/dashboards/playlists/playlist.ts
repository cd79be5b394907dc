import type { CustomerTools, TableRow } from '#core/contracts/module_tools'
import { noPlaylist } from '../errors.js'

/** One dashboard of a playlist, and for how long it stands there. */
export interface PlaylistItem {
  board: number
  seconds: number
  /** Only while the customer is open. */
  onlyOpen?: boolean | undefined
}

/** Dashboards that screens show in turn. */
export interface Playlist {
  id: number
  name: string
  items: readonly PlaylistItem[]
}

export const playlistOf = (row: TableRow): Playlist => ({
  id: Number(row.id),
  name: String(row.name),
  items: JSON.parse(String(row.items)) as PlaylistItem[],
})

/** @throws E_PLAYLIST_NOT_FOUND */
export async function playlistAt(
  customer: CustomerTools,
  id: string | undefined
): Promise<Playlist> {
  const number = /^[1-9]\d{0,8}$/.test(id ?? '') ? Number(id) : 0
  const row = await customer.rows('playlists').first({ id: number })
  if (!row) throw noPlaylist()
  return playlistOf(row)
}
