/** A name that somebody typed, as one line that mail programs make no link of: it may go to people who never asked for it. */
export const withoutLinks = (name: string): string =>
  name
    .replaceAll(/\s+/g, ' ')
    .split(' ')
    .map((word) => (isAddress.test(word) ? '…' : word))
    .join(' ')
    .trim()

const isAddress = /:\/\/|^www\.|@|\w\.[a-z]{2,}(?:[/:?#]|$)/i
