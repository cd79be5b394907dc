import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'
import {
  changeAccount,
  endOtherSessions,
  endSession,
  getAccount,
  listSessions,
  type Account,
  type AccountChange,
  type AccountSession,
} from '../api/account.js'

/** The reader's own account, and where they are signed in. */
export const useAccountStore = defineStore('account', () => {
  const account = shallowRef<Account | null>(null)
  const sessions = shallowRef<readonly AccountSession[]>([])
  const problem = shallowRef<unknown>(null)

  async function load() {
    problem.value = null
    try {
      const answers = await Promise.all([getAccount(), listSessions()])
      account.value = answers[0]
      sessions.value = answers[1]
    } catch (error) {
      problem.value = error
    }
  }

  async function change(wish: AccountChange) {
    account.value = await changeAccount(wish)
  }

  /** Does something to the account, and sees what became of it. */
  async function after(work: Promise<unknown>) {
    await work
    account.value = await getAccount()
  }

  async function end(id: number) {
    await endSession(id)
    sessions.value = await listSessions()
  }

  async function endOthers() {
    await endOtherSessions()
    sessions.value = await listSessions()
  }

  function forget() {
    account.value = null
    sessions.value = []
    problem.value = null
  }

  return {
    account: readonly(account),
    sessions: readonly(sessions),
    problem: readonly(problem),
    load,
    change,
    after,
    end,
    endOthers,
    forget,
  }
})
