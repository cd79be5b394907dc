import type { FeedTable } from '#core/contracts/feed'

/**
 * A web query of the plain table, which every version of Excel reads. The line after the address is the
 * body of a request, of which there is none.
 */
export const webQuery = (address: string, table: FeedTable['name']): string =>
  [
    'WEB',
    '1',
    `${address}table.html?table=${table}&access_token=["access_token","Access token"]`,
    '',
    '',
    'Selection=data',
    'Formatting=None',
    'PreFormattedTextToColumns=True',
    'ConsecutiveDelimitersAsOne=True',
    'SingleBlockTextImport=False',
    'DisableDateRecognition=False',
    'DisableRedirections=False',
    '',
  ].join('\r\n')
