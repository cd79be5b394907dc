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

export const noScreen = () => new Refused(404, 'E_SCREEN_NOT_FOUND', 'Unknown screen.', 'id')

export const noSuchCode = () =>
  new Refused(
    404,
    'E_SCREEN_CODE',
    'No screen shows this code. Codes last ten minutes: read the one that stands there now.',
    'code'
  )

export const wrongNumber = () =>
  new Refused(
    422,
    'E_SCREEN_NUMBER',
    'That number doesn’t stand on the screen, so it was not paired. Its code has ended: take the new one.',
    'number'
  )

export const tooManyScreens = (most: number) =>
  new Refused(409, 'E_SCREENS_TOO_MANY', `There can be at most ${most} screens.`)
