/** Characters of the GSM 7-bit alphabet (3GPP TS 23.038), and those that take two of its places. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENDED = '^{}\\[]~|€\f'

const basic = new Set(BASIC)
const extended = new Set(EXTENDED)

/** How long a text is, as telephones and gateways count. */
export interface MeasuredText {
  encoding: 'gsm' | 'ucs2'
  /** Places of the encoding that it takes. */
  units: number
  parts: number
  /** What makes the whole text be sent as UCS-2: each character once, in order. */
  blame: string[]
}

const limits = { gsm: { single: 160, joined: 153 }, ucs2: { single: 70, joined: 67 } } as const

export function measureText(text: string): MeasuredText {
  const characters = [...text]
  const blame = characters.filter((one) => !basic.has(one) && !extended.has(one))
  const encoding = blame.length ? 'ucs2' : 'gsm'
  const sizes = characters.map((one) =>
    encoding === 'ucs2' ? one.length : extended.has(one) ? 2 : 1
  )
  const units = sizes.reduce((sum, size) => sum + size, 0)
  return {
    encoding,
    units,
    parts: partsOf(sizes, units, limits[encoding]),
    blame: [...new Set(blame)],
  }
}

/** A character of two places is never cut: it goes whole into the next part. */
function partsOf(
  sizes: readonly number[],
  units: number,
  { single, joined }: { single: number; joined: number }
): number {
  if (units <= single) return units ? 1 : 0
  let [parts, used] = [1, 0]
  for (const size of sizes) {
    if (used + size > joined) [parts, used] = [parts + 1, 0]
    used += size
  }
  return parts
}

/** Characters that look like others that are cheaper. */
const cheaper: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00A0': ' ',
  '`': "'",
  'ç': 'c',
}

/** The same words with characters that need no UCS-2, as far as there are any that look alike. */
export const cheaperText = (text: string) => [...text].map((one) => cheaper[one] ?? one).join('')

/** Puts fields in for `{name}`; a field that is missing is left out. */
export const filledText = (text: string, fields: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{([\p{L}\p{N}_]{1,40})\}/gu, (_, name: string) =>
    Object.hasOwn(fields, name) ? fields[name]! : ''
  )
