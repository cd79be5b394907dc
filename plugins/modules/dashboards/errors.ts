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

export const noWidget = () =>
  new Refused(404, 'E_BOARD_WIDGET', 'This dashboard has no such widget.', 'widget')

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

export const noLink = () =>
  new Refused(
    404,
    'E_LINK_NOT_FOUND',
    'Unknown link, or its dashboard isn’t shared with you.',
    'id'
  )

export const noPublicLinks = () =>
  new Refused(403, 'E_LINKS_OFF', 'Public links are switched off for your company.')

export const namesNotAllowed = () =>
  new Refused(
    403,
    'E_LINK_NAMES',
    'Only administrators show names of people to everybody. Leave names out.',
    'names'
  )

export const wrongNetwork = (network: string) =>
  new Refused(
    422,
    'E_LINK_NETWORK',
    `"${network}" is no network. Write an address, or a network such as 192.0.2.0/24.`,
    'networks'
  )

export const tooManyLinks = (most: number) =>
  new Refused(409, 'E_LINKS_TOO_MANY', `There can be at most ${most} public links.`)

/** The same whatever the reason is: nobody learns which links there are. */
export const linkOver = () =>
  new Refused(404, 'E_LINK_OVER', 'This link shows nothing, or no longer.')

export const linkPassword = () =>
  new Refused(403, 'E_LINK_PASSWORD', 'This link asks for its password.', 'password')

export const linkTries = () =>
  new Refused(
    403,
    'E_LINK_TRIES',
    'Too many wrong passwords. Wait a quarter of an hour.',
    'password'
  )

export const noPlaylist = () => new Refused(404, 'E_PLAYLIST_NOT_FOUND', 'Unknown playlist.', 'id')

export const tooManyPlaylists = (most: number) =>
  new Refused(409, 'E_PLAYLISTS_TOO_MANY', `There can be at most ${most} playlists.`)
