import { createHmac } from 'node:crypto'
import type { SessionStoreContract } from '@adonisjs/session/types'

type Values = Record<string, unknown>

/** Where the framework keeps what a page's requests prove to be the page's own with. */
const SECRET = 'csrf-secret'

/**
 * A session store that keeps nothing of who only looks: what their session holds follows from its id and
 * the installation's key. A row is made once there is something to keep.
 */
export function keptWhenNeeded(store: SessionStoreContract, key: string): SessionStoreContract {
  let isStored = false
  const secretOf = (id: string) =>
    createHmac('sha256', key).update(`csrf ${id}`).digest('base64url')
  const isVisitor = (id: string, values: Values) =>
    Object.keys(values).every((name) => name === SECRET) && values[SECRET] === secretOf(id)
  return {
    async read(id) {
      const values = await store.read(id)
      isStored = values !== null
      return values ?? { [SECRET]: secretOf(id) }
    },
    async write(id, values) {
      if (!isVisitor(id, values)) await store.write(id, values)
      else if (isStored) await store.destroy(id)
    },
    async touch(id) {
      if (isStored) await store.touch(id)
    },
    async destroy(id) {
      if (isStored) await store.destroy(id)
    },
  }
}
