import { onScopeDispose, ref, shallowRef } from 'vue'
import type { PageTools } from '#core/contracts/module_page'
import type { Desk } from './api.js'

/** A connection that the server has ended is begun anew after so long. */
const AGAIN_MS = 3000

/** How the reader stands in the queues, kept up to date by the server; `isSilent` while it cannot be reached. */
export function useDesk(tools: () => PageTools) {
  const desk = shallowRef<Desk | null>(null)
  const isSilent = ref(false)
  const problem = ref('')
  /** By the server’s clock: the one of a telephone may be wrong. */
  const now = ref(Date.now())
  let ahead = 0
  let stream: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  async function load() {
    try {
      const read = await tools().call<Desk>('GET', 'me')
      if (read.now) ahead = Date.parse(read.now) - Date.now()
      desk.value = read
      isSilent.value = false
    } catch (error) {
      if (desk.value) isSilent.value = true
      else problem.value = tools().explain(error)
    }
  }
  function follow() {
    stream = new EventSource('/api/agent_desk/v1/me/stream')
    stream.addEventListener('notice', (event) => {
      desk.value = JSON.parse((event as MessageEvent<string>).data) as Desk
      isSilent.value = false
    })
    stream.addEventListener('hello', () => (isSilent.value = false))
    stream.addEventListener('error', () => {
      isSilent.value = true
      if (stream?.readyState !== EventSource.CLOSED) return
      again = setTimeout(() => {
        void load()
        follow()
      }, AGAIN_MS)
    })
  }
  void load()
  follow()
  const tick = setInterval(() => (now.value = Date.now() + ahead), 1000)
  onScopeDispose(() => {
    stream?.close()
    clearTimeout(again)
    clearInterval(tick)
  })
  return { desk, isSilent, problem, now, load }
}
