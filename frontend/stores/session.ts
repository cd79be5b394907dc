import { defineStore } from 'pinia'
import { computed, readonly, shallowRef } from 'vue'
import { ApiError } from '../api/client.js'
import {
  changeSession,
  closeSession,
  endActing as askToEndActing,
  enterPaused as askToEnter,
  getSession,
  openSession,
  verifyCode,
  type FactorMethod,
  type SessionInfo,
} from '../api/session.js'

/** Who is signed in. `session` is null until that is known, and while nobody is. */
export const useSessionStore = defineStore('session', () => {
  const session = shallowRef<SessionInfo | null>(null)
  const known = shallowRef(false)
  // Several parts of the page ask at once when it opens: they share one question.
  let loading: Promise<void> | undefined

  function load() {
    loading ??= ask().finally(() => (loading = undefined))
    return loading
  }

  async function ask() {
    try {
      session.value = await getSession()
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error
      session.value = null
    }
    known.value = true
  }

  async function signIn(email: string, password: string) {
    const answer = await openSession(email, password)
    return 'step' in answer ? answer : open(answer)
  }

  async function verify(code: string, method: FactorMethod['method']) {
    return open(await verifyCode(code, method))
  }

  async function enterPaused(customer: string) {
    return open(await askToEnter(customer))
  }

  function open(info: SessionInfo) {
    session.value = info
    known.value = true
    return info
  }

  async function signOut() {
    await closeSession()
    forget()
  }

  /** Goes back from the user that was helped to the reader's own account. */
  async function endActing() {
    session.value = await askToEndActing()
  }

  async function change(wish: { language?: string; customer?: string | null }) {
    session.value = await changeSession(wish)
  }

  function forget() {
    session.value = null
    known.value = true
  }

  return {
    session: readonly(session),
    known: readonly(known),
    signedIn: computed(() => session.value !== null),
    /** Whether the server lets the reader do it; the page only leaves out what it would refuse. */
    can: (capability: string) => session.value?.capabilities.includes(capability) ?? false,
    load,
    signIn,
    verify,
    enterPaused,
    signOut,
    endActing,
    change,
    forget,
  }
})
