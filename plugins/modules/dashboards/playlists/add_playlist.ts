import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { tooManyPlaylists } from '../errors.js'
import { checkedItems } from './checked_items.js'
import { playlistExample, playlistFields, playlistInput } from './playlist_input.js'

const MOST = 200

/** Puts dashboards together that screens show in turn. */
export const addPlaylist = defineOperation({
  method: 'post',
  path: 'playlists',
  capability: 'screens',
  summary: 'Make a playlist for screens',
  status: 201,
  input: vine.create(playlistInput),
  fields: playlistFields,
  example: playlistExample,
  answer: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } },
  async handle({ input, reader, customer }) {
    const items = await checkedItems(customer, reader, input.items)
    if ((await customer.rows('playlists').count()) >= MOST) throw tooManyPlaylists(MOST)
    const { name } = input
    const id = await customer.rows('playlists').insert({ name, items, changed_at: customer.now() })
    await customer.audit({ action: 'playlistChanged', by: reader, subject: name })
    return { id }
  },
})
