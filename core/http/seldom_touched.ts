import type { SessionStoreContract } from '@adonisjs/session/types'

const TOUCH_EVERY_MS = 5 * 60_000
const REMEMBERED = 10_000

const touchedAt = new Map<string, number>()

/**
 * A session store that moves a session's end forward every five minutes at most: sessions last for
 * hours, and a page that refreshes itself shall not cost a write per request.
 */
export function seldomTouched(store: SessionStoreContract): SessionStoreContract {
  return {
    read: (id) => store.read(id),
    write(id, values) {
      remember(id)
      return store.write(id, values)
    },
    destroy(id) {
      touchedAt.delete(id)
      return store.destroy(id)
    },
    async touch(id) {
      if (Date.now() - (touchedAt.get(id) ?? 0) < TOUCH_EVERY_MS) return
      remember(id)
      await store.touch(id)
    },
  }
}

function remember(id: string) {
  if (touchedAt.size >= REMEMBERED) touchedAt.clear()
  touchedAt.set(id, Date.now())
}
