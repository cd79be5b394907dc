import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { boardOf } from '../board.js'
import { screenOf, type Screen } from './screen.js'

/** The company's screens, and whether they live. */
export const listScreens = defineOperation({
  method: 'get',
  path: 'screens',
  capability: 'screens',
  summary: 'List the screens on walls',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['screens'],
    properties: { screens: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ customer }) {
    const rows = await customer.rows('screens').list({ order: ['name'], limit: 1000 })
    const screens = rows.map(screenOf)
    const ids = screens.flatMap(({ boardId }) => boardId ?? [])
    const boards = await customer.rows('boards').list({ where: { id: ids }, limit: 1000 })
    const names = new Map(boards.map(boardOf).map(({ id, name }) => [id, name]))
    return {
      screens: screens.map(({ seenAt, boardId, ...screen }) => ({
        ...presented(screen),
        boardId,
        board: boardId === null ? null : (names.get(boardId) ?? null),
        seenAt: seenAt?.toISOString() ?? null,
      })),
    }
  },
})

const presented = (screen: Omit<Screen, 'seenAt' | 'boardId'>) => {
  const { id, name, place, playlistId, engine, resolution, choices } = screen
  return { id, name, place, playlistId, engine, resolution, ...choices }
}
