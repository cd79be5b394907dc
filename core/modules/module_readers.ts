import type { ModuleReader } from '#core/contracts/module_tools'
import { can } from '#core/permissions/can'
import type { ModuleCapability } from '#core/permissions/matrix'
import type { Reader } from '#core/permissions/reader'

/** The readers behind those that modules hold. A module cannot make one that stands for anybody. */
const readers = new WeakMap<ModuleReader, Reader>()

/** A reader as a module sees it. */
export function moduleReader(key: string, reader: Reader): ModuleReader {
  const seen: ModuleReader = Object.freeze({
    userId: reader.userId,
    role: reader.role,
    zone: reader.zone ?? 'UTC',
    isHelped: reader.actor !== undefined,
    can: (name: string) => can(reader, `${key}.${name}` as ModuleCapability),
  })
  readers.set(seen, reader)
  return seen
}

/**
 * Whom a module's reader stands for. Throws where core has not made it, or it is another customer's.
 */
export function readerBehind(seen: ModuleReader, customerId: number): Reader {
  const reader = readers.get(seen)
  if (reader?.customerId !== customerId) {
    throw new Error('The reader must be the one that the module was handed for this customer.')
  }
  return reader
}
