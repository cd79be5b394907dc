import type { Acting } from '#core/acts/acting'

let acting: Acting | undefined

/** Has the process that owns the collection points carry wishes out, from now on. Answers what ends it. */
export async function startActing(): Promise<() => Promise<void>> {
  const { Acting: Made } = await import('#core/acts/acting')
  const mine = new Made()
  acting = mine
  mine.start()
  return async () => {
    if (acting === mine) acting = undefined
    await mine.stop()
  }
}

/** Says that there is something to do. Another process that carries out finds it within a second. */
export function wakeActing(): void {
  acting?.wake()
}
