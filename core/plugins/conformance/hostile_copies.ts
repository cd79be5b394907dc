/** Names that mean something to the language, nothing at all, or more than fits. */
export const hostileNames: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '',
  'x'.repeat(70_000),
]

const MOST_LINES = 60
const SEPARATORS = ['|', ';', '\t', ','] as const

/** A copy of recorded lines with a hostile name in one of its fields, in every line. */
export interface HostileCopy {
  title: string
  bytes: Buffer
}

/** Copies of a recording with each hostile name in each field: values between separators, or texts and keys of JSON. */
export function* hostileCopies(bytes: Buffer): Generator<HostileCopy> {
  const lines = bytes.toString('utf8').split('\n').slice(0, MOST_LINES)
  for (const { title, put } of fieldsOf(lines)) {
    for (const name of hostileNames) {
      const shown = name.length > 20 ? `${name.length} letters` : `"${name}"`
      const text = lines.map((line, index) => (line === '' ? line : put(line, name, index)))
      yield { title: `${shown} as ${title}`, bytes: Buffer.from(`${text.join('\n')}\n`) }
    }
  }
}

/**
 * The lines of a recording, each with a hostile name in one of its fields: another name and another field
 * from line to line, and from `turn` to `turn`.
 */
export function mixedWithHostileNames(
  bytes: Buffer,
  turn: number,
  names: readonly string[] = hostileNames
): Buffer {
  const lines = bytes.toString('utf8').split('\n').slice(0, MOST_LINES)
  const fields = fieldsOf(lines)
  const mixed = lines.map((line, index) => {
    const field = fields[(index + turn) % fields.length]
    const name = names[(index + turn * 3) % names.length] ?? ''
    return line === '' || !field ? line : field.put(line, name, index)
  })
  return Buffer.from(`${mixed.join('\n')}\n`)
}

const fieldsOf = (lines: readonly string[]) =>
  lines[0]?.startsWith('{') ? jsonFields(lines) : tableFields(lines)

interface FieldOf {
  title: string
  put(line: string, name: string, index: number): string
}

function tableFields(lines: readonly string[]): FieldOf[] {
  const separator = separatorOf(lines[0] ?? '')
  const widest = Math.max(...lines.map((line) => line.split(separator).length))
  return Array.from({ length: widest }, (_, column) => ({
    title: `field ${column + 1}`,
    put: (line, name) => {
      const cells = line.split(separator)
      if (column < cells.length) cells[column] = name
      return cells.join(separator)
    },
  }))
}

const separatorOf = (line: string) =>
  SEPARATORS.toSorted((one, other) => line.split(other).length - line.split(one).length)[0] ?? ','

function jsonFields(lines: readonly string[]): FieldOf[] {
  const keys = new Set<string>()
  for (const line of lines.filter(Boolean)) {
    JSON.parse(line, (key, value: unknown) => {
      if (!/^\d*$/.test(key)) keys.add(key)
      return value
    })
  }
  return [...keys].flatMap((key) => [
    {
      title: `the value of ${key}`,
      put: (line: string, name: string) => withValue(line, key, name),
    },
    { title: `the key ${key}`, put: (line: string, name: string) => withKey(line, key, name) },
  ])
}

/** Only texts and numbers are replaced: a list or an object would hide what it holds. */
const withValue = (line: string, key: string, name: string) =>
  JSON.stringify(
    JSON.parse(line, (each, value: unknown) =>
      each === key && (typeof value === 'string' || typeof value === 'number') ? name : value
    )
  )

const withKey = (line: string, key: string, name: string) =>
  line.replaceAll(`${JSON.stringify(key)}:`, `${JSON.stringify(name)}:`)
