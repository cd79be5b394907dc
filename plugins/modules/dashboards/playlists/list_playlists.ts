import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { playlistOf } from './playlist.js'

/** Dashboards that screens show in turn. */
export const listPlaylists = defineOperation({
  method: 'get',
  path: 'playlists',
  capability: 'screens',
  summary: 'List the playlists of screens',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['playlists'],
    properties: { playlists: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ customer }) {
    const rows = await customer.rows('playlists').list({ order: ['name'], limit: 200 })
    return { playlists: rows.map(playlistOf) }
  },
})
