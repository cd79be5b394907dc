import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { playlistAt } from './playlist.js'

/** Deletes a playlist; screens that show it are empty until they are given something else. */
export const removePlaylist = defineOperation({
  method: 'delete',
  path: 'playlists/:id',
  capability: 'screens',
  summary: 'Delete a playlist',
  status: 204,
  input: vine.create({}),
  async handle({ params, reader, customer }) {
    const { id, name } = await playlistAt(customer, params.id)
    await customer.transaction(async (rows) => {
      await rows('screens').update({ playlist_id: id }, { playlist_id: null })
      await rows('playlists').delete({ id })
    })
    customer.refreshStreams()
    await customer.audit({ action: 'playlistRemoved', by: reader, subject: name })
  },
})
