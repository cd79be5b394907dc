import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'
import { ApiError } from '../api/client.js'
import { closeSession, listMethods, sendCode } from '../api/session.js'
import type { CustomerChoice, FactorMethod, SentCode } from '../api/session.js'
import { useSessionStore } from './session.js'

/** A code that is on its way; `again` is when another may be asked for, in milliseconds. */
export interface CodeWanted extends FactorMethod {
  again: number
}

/**
 * A sign-in between its password and its code. The server knows it too: what is missing here, as
 * phones forget pages while the mail is read, is fetched again.
 */
export const useSignInStore = defineStore('sign-in', () => {
  const methods = shallowRef<readonly FactorMethod[] | null>(null)
  /** Customers that demand no second factor just now. */
  const paused = shallowRef<readonly CustomerChoice[]>([])
  const wanted = shallowRef<CodeWanted | null>(null)
  const session = useSessionStore()

  /** Answers who is signed in, or null where a code is wanted first. */
  async function givePassword(email: string, password: string) {
    const answer = await session.signIn(email, password)
    if (!('step' in answer)) return answer
    methods.value = answer.methods
    paused.value = answer.paused
    wanted.value = null
    return null
  }

  /** The ways of the sign-in that is under way. Throws `E_NO_SIGN_IN` where there is none. */
  async function load() {
    if (!methods.value) {
      const answer = await listMethods()
      methods.value = answer.methods
      paused.value = answer.paused
    }
    return methods.value
  }

  /** Takes up a code that was asked for before the page was loaded. */
  async function resume(method: string) {
    if (wanted.value?.method === method) return
    const ways = await load()
    const known = ways.find((one) => one.method === method)
    wanted.value = known ? { ...known, again: 0 } : null
  }

  /** Sends a code, or waits for the one that has just been sent. */
  async function send({ method, shown }: FactorMethod) {
    try {
      wanted.value = withClock(await sendCode(method))
    } catch (error) {
      if (!isTooSoon(error) || wanted.value?.method !== method) throw error
      const seconds = error.problem.retryAfterSeconds
      wanted.value = withClock({ method, shown, againInSeconds: seconds })
    }
  }

  /** The way to get the code where there is only one. */
  const only = () =>
    methods.value?.length === 1 && !paused.value.length ? methods.value[0] : undefined

  /** Sends the code by the only way, and answers which; undefined where there is something to choose, or it could not be sent. */
  async function sendOnly() {
    const way = only()
    if (!way) return undefined
    try {
      await send(way)
      return way.method
    } catch {
      // The page of the ways says why.
      return undefined
    }
  }

  async function verify(code: string) {
    const info = await session.verify(code, wanted.value?.method ?? 'email')
    forget()
    return info
  }

  async function enterPaused(customer: string) {
    const info = await session.enterPaused(customer)
    forget()
    return info
  }

  async function leave() {
    forget()
    await closeSession()
  }

  function forget() {
    methods.value = null
    paused.value = []
    wanted.value = null
  }

  return {
    methods: readonly(methods),
    paused: readonly(paused),
    wanted: readonly(wanted),
    givePassword,
    load,
    resume,
    only,
    send,
    sendOnly,
    verify,
    enterPaused,
    leave,
    forget,
  }
})

const withClock = ({ method, shown, againInSeconds }: SentCode): CodeWanted => ({
  method,
  shown,
  again: Date.now() + (againInSeconds ?? 0) * 1000,
})

const isTooSoon = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.problem.code === 'E_CODE_TOO_SOON'
