import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 240_000
const PAUSE_MS = 20

/**
 * Asks again and again until the answer is so, or true where nothing is said, and answers it. Between two askings it pauses: a loop that
 * only awaits the embedded database leaves no turn to timers and sockets, so what it waits for never comes.
 *
 * @throws with the last answer where it never is so.
 */
export async function until<T>(
  ask: () => T | Promise<T>,
  isSo: (answer: T) => boolean = Boolean
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask()
    if (isSo(answer)) return answer
    if (Date.now() > deadline) throw new Error(`It stays ${JSON.stringify(answer)}.`)
    await pause(PAUSE_MS)
  }
}
