/** Amounts are decimal texts; sums are exact, to six decimals. */
const DECIMALS = 6
const SCALE = 10n ** BigInt(DECIMALS)

function scaled(text: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim()) ?? []
  const value = BigInt(whole) * SCALE + BigInt(part.slice(0, DECIMALS).padEnd(DECIMALS, '0'))
  return sign ? -value : value
}

function written(value: bigint): string {
  const size = value < 0n ? -value : value
  const part = String(size % SCALE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${size / SCALE}${part ? `.${part}` : ''}`
}

export const sumOf = (amounts: readonly string[]) =>
  written(amounts.reduce((sum, amount) => sum + scaled(amount), 0n))

export const lessOf = (from: string, amount: string) => written(scaled(from) - scaled(amount))

/** What so many parts cost where one message of some parts cost so much. */
export const priceOfParts = (price: string, parts: number, wanted: number) =>
  written((scaled(price) * BigInt(wanted)) / BigInt(Math.max(1, parts)))

export const isLess = (one: string, other: string) => scaled(one) < scaled(other)
