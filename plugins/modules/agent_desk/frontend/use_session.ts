import { onScopeDispose } from 'vue'
import type { PageTools } from '#core/contracts/module_page'
import { newKey } from './api.js'

const BEAT_MS = 30_000

/** A page that is closed cannot wait for the tools, which put it in otherwise. */
const forgeryToken = () =>
  decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')

/** Tells the server that the page is open, and when it is closed. Nobody is logged off by that. */
export function useSession(tools: () => PageTools) {
  const key = newKey()
  const device = matchMedia('(pointer: coarse)').matches ? 'phone' : 'computer'
  const beat = () =>
    void tools()
      .call('POST', 'me/session', { key, device })
      .catch(() => undefined)
  const end = (how: 'closed' | 'signedOut') =>
    fetch('/api/agent_desk/v1/me/session/end', {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json', 'x-xsrf-token': forgeryToken() },
      body: JSON.stringify({ key, how }),
    }).catch(() => undefined)
  const closed = () => void end('closed')
  beat()
  const timer = setInterval(beat, BEAT_MS)
  addEventListener('pagehide', closed)
  // A page that comes back from the browser's memory is open again.
  addEventListener('pageshow', beat)
  onScopeDispose(() => {
    clearInterval(timer)
    removeEventListener('pagehide', closed)
    removeEventListener('pageshow', beat)
    closed()
  })
  return { signedOut: () => end('signedOut') }
}
