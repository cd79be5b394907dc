import type { Reader } from '#core/permissions/reader'

/**
 * Whether the reader has access to all of these measurement objects now.
 *
 * @param objects ids; null where they are not known, which only suffices for who sees every object
 */
export const seesAll = (
  { objectIds }: Pick<Reader, 'objectIds'>,
  objects: readonly number[] | null
): boolean => objectIds === null || (objects?.every((id) => objectIds.has(id)) ?? false)
