import vine from '@vinejs/vine'
import type { PublicOperation } from '#core/contracts/module'
import { boardUseOf } from '../board_use.js'
import { screenOfDevice, shownBoard } from './shown_board.js'

/** What a screen needs to draw its dashboard: what lies where, and what things are called. No figures. */
export const openScreen: PublicOperation = {
  method: 'get',
  by: 'device',
  path: 'screen/board',
  input: vine.create({}),
  async handle({ subject, customer }) {
    const screen = await screenOfDevice(customer, subject)
    const shown = screen && (await shownBoard(customer, screen))
    const { zone } = await customer.about()
    if (!screen || !shown) return { screen: screen && { name: screen.name }, board: null }
    const { language } = screen
    const { board, document, reader, left } = shown
    const used = new Set(Object.values(document.widgets).flatMap(({ data }) => data?.report ?? []))
    const kinds = new Set(Object.values(document.widgets).map(({ kind }) => kind))
    const [types, live, widgets] = await Promise.all([
      customer.reportTypes(reader, language),
      customer.live(language),
      customer.widgets(language),
    ])
    return {
      screen: { name: screen.name, language, zone },
      board: { name: board.name, revision: board.published, document },
      ...(left !== undefined && { left }),
      types: types.filter(({ key }) => used.has(key)),
      live,
      kinds: widgets
        .filter(({ key }) => kinds.has(key))
        .map((widget) => {
          const use = { ...boardUseOf(widget), asks: undefined }
          const { key, label, description, icon } = widget
          return { key, label, description, icon, ...use, ownView: !widget.board }
        }),
    }
  },
}
