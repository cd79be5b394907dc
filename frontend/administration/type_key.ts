import type { ManagedType } from '../api/measured.js'

/** Tells kinds of objects apart: two platforms may each have queues. */
export const typeKey = ({ source, key }: Pick<ManagedType, 'source' | 'key'>) => `${source} ${key}`
