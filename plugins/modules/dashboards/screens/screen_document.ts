import type { ModuleDocument } from '#core/contracts/module'
import { outsideHosts } from './outside_hosts.js'
import { screenOfDevice, shownBoard } from './shown_board.js'

/** The page on a wall: it shows a code until it is paired, and then a dashboard. */
export const screenDocument: ModuleDocument = {
  path: 'screen',
  shortcut: 'tv',
  entry: 'screen',
  title: 'Telestat',
  async policy({ subject, customer }) {
    const screen = customer && subject && (await screenOfDevice(customer, subject))
    const shown = screen && (await shownBoard(customer, screen))
    return shown ? outsideHosts(shown.document) : {}
  },
}
