import vine from '@vinejs/vine'

export const playlistInput = {
  name: vine.string().trim().minLength(1).maxLength(120),
  items: vine
    .array(
      vine.object({
        board: vine.number({ strict: true }).withoutDecimals(),
        seconds: vine.number({ strict: true }).withoutDecimals().range([10, 3600]),
        onlyOpen: vine.boolean({ strict: true }).optional(),
      })
    )
    .minLength(1)
    .maxLength(50),
}

export const playlistFields = {
  items:
    'The dashboards in their order: each with its id, for how many seconds, and whether only in opening hours.',
}

export const playlistExample = { name: 'Lobby', items: [{ board: 1, seconds: 30 }] }
