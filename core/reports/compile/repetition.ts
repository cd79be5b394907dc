/** A value of a field that a column is repeated for. Objects are known by their ordinal in the report. */
export type RepeatedValue =
  | { value: string | number | boolean }
  | { object: number }
  /** All that is none of these. */
  | { otherThan: readonly (string | number | boolean)[]; objects: boolean }

/** One of the columns that a repeated column stands for. */
export interface Repetition {
  /** What follows `_` in the key. */
  suffix: string
  /** What the placeholders of its label hold. */
  label: Readonly<Record<string, string | number>>
  from?: number
  to?: number
  value?: RepeatedValue
  /** The value as text that is the same in every language; `other` for the rest. */
  text?: string
}

/** Within each limit: `answeredWithin_20`. */
export const limitRepetitions = (limits: readonly number[]): Repetition[] =>
  limits.map((limit) => ({ suffix: String(limit), label: { limit }, from: 0, to: limit }))

/** 10, 30, 50 are the bands 0–10, 11–30 and 31–50: `answeredBetween_11_30`. */
export const bandRepetitions = (edges: readonly number[]): Repetition[] =>
  edges.map((to, index) => {
    const from = index === 0 ? 0 : edges[index - 1] + 1
    return { suffix: `${from}_${to}`, label: { from, to }, from, to }
  })

/** A value found in a field, and how people read it. */
export interface FoundValue {
  value: Exclude<RepeatedValue, { otherThan: unknown }>
  text: string
  label: string
}

/** One repetition per value, in the order given, then `other` where there is more. */
export function valueRepetitions(
  found: readonly FoundValue[],
  other: { label: string } | undefined
): Repetition[] {
  const taken = new Set(['other'])
  const repetitions: Repetition[] = found.map(({ value, text, label }) => ({
    suffix: freeSuffix(text, taken),
    label: { value: label },
    value,
    text,
  }))
  if (!other) return repetitions
  const objects = found.some(({ value }) => 'object' in value)
  const otherThan = found.map(({ value }) => ('object' in value ? value.object : value.value))
  return [
    ...repetitions,
    {
      suffix: 'other',
      label: { value: other.label },
      value: { otherThan, objects },
      text: 'other',
    },
  ]
}

/** Texts that would come out alike are told apart by writing more of the second in hex. */
function freeSuffix(text: string, taken: Set<string>): string {
  const candidates = [keySuffix(text), keySuffix(text, /[A-Za-z0-9]/), keySuffix(text, /[^\s\S]/)]
  const suffix = candidates.find((candidate) => !taken.has(candidate)) ?? candidates[2]
  taken.add(suffix)
  return suffix
}

/** A value as the end of a simple identifier: other characters become `_` and their UTF-8 hex. */
export function keySuffix(text: string, kept = /[A-Za-z0-9_]/): string {
  return [...text]
    .map((character) =>
      kept.test(character)
        ? character
        : [...Buffer.from(character)]
            .map((byte) => `_${byte.toString(16).padStart(2, '0')}`)
            .join('')
    )
    .join('')
}
