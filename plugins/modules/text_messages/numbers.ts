/**
 * A telephone number as +46701234567: written so, with 00, or as people write it within the country.
 * Null for what is none.
 */
export function normalNumber(written: string, countryCode: string): string | null {
  const compact = written.replaceAll(/[\s().\-/\u00A0]/g, '')
  const international = compact.startsWith('+')
    ? compact.slice(1)
    : compact.startsWith('00')
      ? compact.slice(2)
      : compact.startsWith('0')
        ? `${countryCode}${compact.slice(1)}`
        : null
  return international && /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : null
}

/** +46701740605 → +46*****0605: enough to know whose it may be. */
export const maskedNumber = (number: string) =>
  `${number.slice(0, 3)}${'*'.repeat(Math.max(3, number.length - 7))}${number.slice(-4)}`

/** Countries by their code, longest first, with the one zone that they have. */
const zones: readonly (readonly [code: string, country: string, zone: string])[] = [
  ['358', 'FI', 'Europe/Helsinki'],
  ['370', 'LT', 'Europe/Vilnius'],
  ['371', 'LV', 'Europe/Riga'],
  ['372', 'EE', 'Europe/Tallinn'],
  ['354', 'IS', 'Atlantic/Reykjavik'],
  ['353', 'IE', 'Europe/Dublin'],
  ['31', 'NL', 'Europe/Amsterdam'],
  ['32', 'BE', 'Europe/Brussels'],
  ['33', 'FR', 'Europe/Paris'],
  ['39', 'IT', 'Europe/Rome'],
  ['41', 'CH', 'Europe/Zurich'],
  ['43', 'AT', 'Europe/Vienna'],
  ['44', 'GB', 'Europe/London'],
  ['45', 'DK', 'Europe/Copenhagen'],
  ['46', 'SE', 'Europe/Stockholm'],
  ['47', 'NO', 'Europe/Oslo'],
  ['48', 'PL', 'Europe/Warsaw'],
  ['49', 'DE', 'Europe/Berlin'],
]

const placeOf = (number: string) => zones.find(([code]) => number.startsWith(`+${code}`))

/** Zone of the number's country; the one given where it has several, or is not known. */
export const zoneOf = (number: string, otherwise: string) => placeOf(number)?.[2] ?? otherwise

/** Two letters, or an empty text. */
export const countryOf = (number: string) => placeOf(number)?.[1] ?? ''
