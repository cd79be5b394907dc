import { Refused } from '#core/contracts/module'

/** What this module refuses. */
export const noBoard = () =>
  new Refused(404, 'E_BOARD_NOT_FOUND', 'Unknown dashboard, or it isn’t shared with you.', 'id')

export const notYourBoard = () =>
  new Refused(
    403,
    'E_BOARD_NOT_YOURS',
    'You can’t change this dashboard, because it belongs to somebody else. You can make a copy of it.'
  )

export const changedMeanwhile = (who: string, when: string) =>
  new Refused(
    409,
    'E_BOARD_CHANGED',
    `${who} changed this dashboard at ${when}. Open it again, or keep your changes as a copy.`,
    'revision'
  )

export const wrongDocument = (field: string, message: string) =>
  new Refused(422, 'E_BOARD_DOCUMENT', `${field}: ${message}`, field)

export const noRevision = () =>
  new Refused(404, 'E_BOARD_REVISION', 'This dashboard has no such version.', 'revision')

export const tooManyBoards = (most: number) =>
  new Refused(
    409,
    'E_BOARDS_TOO_MANY',
    `There can be at most ${most} dashboards. Delete some first.`
  )
