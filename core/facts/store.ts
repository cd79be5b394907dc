import app from '@adonisjs/core/services/app'
import { storageFolder } from '#config/storage'
import { ensureFactTables } from '#core/facts/ensure_fact_tables'
import { logFaultsTo } from '#core/facts/fault_log'
import type { FactStore } from '#core/facts/fact_store'
import env from '#start/env'

let opening: Promise<FactStore> | undefined

/**
 * The fact store of this process, opened when it is first asked for: the server at `FACTS_URL`, or chDB
 * on the folder `facts` of the storage.
 *
 * @throws E_FACTS_IN_USE when another process has the folder open
 */
export function factStore(): Promise<FactStore> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

/** Closes the store if it was opened. The next `factStore()` opens it again. */
export async function closeFactStore(): Promise<void> {
  const store = opening
  opening = undefined
  const opened = await store?.catch(() => undefined)
  await opened?.close()
}

/** Tables follow the declarations, so whoever has the store can rely on them. */
async function open() {
  const url = env.get('FACTS_URL')
  const logger = await app.container.make('logger')
  const warn = (message: string) => logger.warn(message)
  logFaultsTo((number, text) => logger.error(`Fault ${number}: ${text}`))
  const store = await (url ? openServer(url, warn) : openEmbedded(warn))
  try {
    await ensureFactTables(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

async function openServer(url: string, warn: (message: string) => void) {
  const { openServerStore } = await import('#core/facts/engine/server_store')
  return openServerStore(url, warn)
}

/** The engine is half a gigabyte of library, which only who asks for facts has to load. */
async function openEmbedded(warn: (message: string) => void) {
  const { openEmbeddedStore } = await import('#core/facts/engine/embedded_store')
  return openEmbeddedStore(storageFolder('facts'), warn)
}
