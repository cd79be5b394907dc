/** A moment in UTC, with as many digits as it has: `2026-01-31T07:00:00Z`. */
export const utcMoment = (moment: string): string =>
  new Date(moment).toISOString().replace('.000Z', 'Z')
