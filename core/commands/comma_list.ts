/** The values of a flag that takes several, separated by commas; undefined where it was not given. */
export const commaList = (text: string | undefined): string[] | undefined =>
  text
    ?.split(',')
    .map((value) => value.trim())
    .filter(Boolean)
