import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { checkedItems } from './checked_items.js'
import { playlistAt } from './playlist.js'
import { playlistExample, playlistFields, playlistInput } from './playlist_input.js'

/** Changes what screens show in turn. */
export const changePlaylist = defineOperation({
  method: 'patch',
  path: 'playlists/:id',
  capability: 'screens',
  summary: 'Change a playlist',
  status: 204,
  input: vine.create({
    name: playlistInput.name.clone().optional(),
    items: playlistInput.items.clone().optional(),
  }),
  fields: playlistFields,
  example: playlistExample,
  async handle({ input, params, reader, customer }) {
    const { id, ...before } = await playlistAt(customer, params.id)
    const { name = before.name } = input
    const items = await checkedItems(customer, reader, input.items ?? before.items)
    await customer.rows('playlists').update({ id }, { name, items, changed_at: customer.now() })
    customer.refreshStreams()
    await customer.audit({ action: 'playlistChanged', by: reader, subject: name })
  },
})
