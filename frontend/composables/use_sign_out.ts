import { useRouter } from 'vue-router'
import { request } from '../api/client.js'
import { openedModules, routeName } from '../modules.js'
import { forgetEverything } from '../stores/forget_everything.js'
import { useSessionStore } from '../stores/session.js'

/** Signing out: at once, or by way of a module's page that asks what is to become of something. */
export function useSignOut() {
  const router = useRouter()
  const session = useSessionStore()

  async function signOut() {
    await session.signOut()
    forgetEverything()
    await router.push({ name: 'signIn' })
  }

  /** Leads to the page of the first module that has something to ask; else signs out. */
  async function askToSignOut() {
    for (const [key, { beforeSignOut }] of openedModules) {
      if (!beforeSignOut || !session.can(`${key}.${beforeSignOut.capability}`)) continue
      const get = <T>(path: string) => request<T>('GET', `/api/${key}/v1/${path}`)
      // What cannot be asked keeps nobody signed in.
      const isNeeded = await beforeSignOut.isNeeded(get).catch(() => false)
      if (!isNeeded) continue
      await router.push({ name: routeName(key, beforeSignOut.route), query: { leaving: '' } })
      return
    }
    await signOut()
  }

  return { signOut, askToSignOut }
}
