import { rm } from 'node:fs/promises'
import { storageFolder } from '#config/storage'

/** Where bodies lie while they are received: nothing here has been acknowledged. */
export const incomingFolder = () => storageFolder('collected', 'incoming')

/** Clears away what was being received when the process before this one ended. */
export async function clearIncoming(): Promise<void> {
  await rm(incomingFolder(), { recursive: true, force: true })
}
