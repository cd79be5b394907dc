const DIGITS = 9

/** The exact sum of two decimals of at most nine decimal places, each written as text or as a whole number. */
export function addDecimals(a: string, b: string): string {
  return written(scaled(a) + scaled(b))
}

function scaled(text: string): bigint {
  const [, sign, whole, part = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  if (whole === undefined) throw new Error(`"${text}" is no decimal.`)
  const value = BigInt(whole + part.slice(0, DIGITS).padEnd(DIGITS, '0'))
  return sign ? -value : value
}

function written(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(DIGITS + 1, '0')
  const part = digits.slice(-DIGITS).replace(/0+$/, '')
  const text = digits.slice(0, -DIGITS) + (part ? `.${part}` : '')
  return value < 0n ? `-${text}` : text
}
