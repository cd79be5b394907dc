import type { Notify } from '#core/contracts/event'

/** A field in braces, whose value is put in its place. */
export const HELD = /\{(\w+)\}/g

/** The fields that stand in the words of a notification, each once. */
export const heldFields = ({ subject, text }: Notify): string[] => [
  ...new Set([...`${subject} ${text}`.matchAll(HELD)].map(([, name]) => name!)),
]
