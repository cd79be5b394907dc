/** Says what is wrong with a value found at a path, in sentences; nothing where it has the shape. */
export type Shape = (value: unknown, path: string) => string[]

const rule =
  (fits: (value: unknown) => boolean, wanted: string): Shape =>
  (value, path) => {
    if (fits(value)) return []
    return [value === undefined ? `${path} is missing.` : `${path} must be ${wanted}.`]
  }

export const text = rule((value) => typeof value === 'string' && value.trim() !== '', 'a text')
export const flag = rule((value) => typeof value === 'boolean', 'true or false')
export const marker = rule((value) => value === true, 'true, or left out')
export const positive = rule(
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
  'a whole number above zero'
)
export const code = rule((value) => typeof value === 'function', 'a function or class')
export const anything: Shape = () => []
export const anObject = rule(isRecord, 'an object')
export const oneOf = (...allowed: string[]) =>
  rule((value) => allowed.includes(value as string), `one of ${allowed.join(', ')}`)
export const equal = (wanted: string) => rule((value) => value === wanted, `"${wanted}"`)

export const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? [] : shape(value, path)

export const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => shape(item, `${path}[${index}]`))
      : [`${path} ${value === undefined ? 'is missing' : 'must be a list'}.`]

export const record =
  (shape: Shape): Shape =>
  (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => shape(item, `${path}.${key}`))
      : anObject(value, path)

/** An object with these keys and no others, so that a misspelt one is noticed. */
export const object =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (!isRecord(value)) return anObject(value, path)
    const known = Object.keys(shapes)
    const unknown = Object.keys(value).filter((key) => !known.includes(key))
    return [
      ...known.flatMap((key) => shapes[key]!(value[key], inside(path, key))),
      ...unknown.map((key) => `${inside(path, key)} is unknown. Known are: ${known.join(', ')}.`),
    ]
  }

/** A value may be a class instance or come from another realm: only what cannot hold keys is refused. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const inside = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)
