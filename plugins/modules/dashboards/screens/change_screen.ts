import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { periodChoices, type PeriodChoice } from '#core/contracts/period_choice'
import { seenBoard } from '../find_board.js'
import { playlistAt } from '../playlists/playlist.js'
import { screenAt, type Screen } from './screen.js'

/** Renames a screen, or has it show another dashboard. */
export const changeScreen = defineOperation({
  method: 'patch',
  path: 'screens/:id',
  capability: 'screens',
  summary: 'Rename a screen, or have it show another dashboard',
  status: 204,
  input: vine.create({
    name: vine.string().trim().minLength(1).maxLength(80).optional(),
    place: vine.string().trim().maxLength(120).optional(),
    board: vine.number().withoutDecimals().optional(),
    playlist: vine.number().withoutDecimals().optional(),
    period: vine.enum(periodChoices).nullable().optional(),
    count: vine.number().withoutDecimals().range([1, 9131]).optional(),
    groups: vine.array(vine.string().maxLength(400)).maxLength(200).optional(),
  }),
  fields: {
    board: 'Id of the dashboard. Its figures are shown with your rights from then on.',
    playlist: 'Id of a playlist, in place of one dashboard.',
    period: 'In place of the dashboard’s own period; null takes that back.',
    count: 'Of how many days, weeks or months, where the period takes a number.',
    groups: 'Names of groups, in place of the dashboard’s own; none takes that back.',
  },
  async handle({ input, params, reader, customer }) {
    const screen = await screenAt(customer, params.id)
    const { name = screen.name, place = screen.place } = input
    const board =
      input.board === undefined ? undefined : await seenBoard(customer, reader, String(input.board))
    const playlist =
      input.playlist === undefined ? undefined : await playlistAt(customer, String(input.playlist))
    const shows = playlist
      ? { playlist_id: playlist.id, board_id: null }
      : board && { playlist_id: null, board_id: board.id }
    const choices = chosenOn(screen, input)
    await customer.rows('screens').update(
      { id: screen.id },
      {
        ...{ name, place },
        ...(shows && { ...shows, shown_by: reader.userId }),
        choices: Object.keys(choices).length ? JSON.stringify(choices) : null,
      }
    )
    customer.refreshStreams()
    const details: Record<string, string> = {
      ...(board && { board: board.name }),
      ...(playlist && { playlist: playlist.name }),
    }
    await customer.audit({ action: 'screenChanged', by: reader, subject: name, details })
  },
})

interface Wish {
  period?: PeriodChoice | null | undefined
  count?: number | undefined
  groups?: string[] | undefined
}

/** What is said anew, and what was said before. */
function chosenOn({ choices }: Screen, { period, count, groups }: Wish): Screen['choices'] {
  const next = { ...choices }
  if (period === null) delete next.period
  else if (period) next.period = { choice: period, ...(count !== undefined && { count }) }
  if (groups?.length === 0) delete next.groups
  else if (groups) next.groups = groups
  return next
}
