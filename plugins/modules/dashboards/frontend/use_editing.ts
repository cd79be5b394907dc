import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { BoardDocument } from '#core/contracts/board'
import type { PageTools } from '#core/contracts/module_page'
import type { OpenedBoard } from './api.js'

const KEPT = 50
const SAVED_AFTER_MS = 800

/**
 * A board while its owner changes it: each change can be undone, and is kept as a draft by itself. `conflict`
 * says who changed it meanwhile; then nothing more is saved until that is settled.
 */
export function useEditing(tools: () => PageTools, id: () => string) {
  const board = shallowRef<OpenedBoard['board'] | null>(null)
  const document = shallowRef<BoardDocument | null>(null)
  const past = shallowRef<BoardDocument[]>([])
  const future = shallowRef<BoardDocument[]>([])
  const saving = ref(false)
  const problem = ref('')
  const conflict = shallowRef<OpenedBoard['board'] | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: Promise<void> = Promise.resolve()
  const at = () => `boards/${id()}`

  async function load() {
    problem.value = ''
    conflict.value = null
    try {
      const opened = await tools().call<OpenedBoard>('GET', at(), { draft: true })
      board.value = opened.board
      document.value = opened.document
      past.value = []
      future.value = []
    } catch (error) {
      problem.value = tools().explain(error)
    }
  }

  function show(next: BoardDocument) {
    document.value = next
    clearTimeout(timer)
    timer = setTimeout(() => void save(), SAVED_AFTER_MS)
  }
  function change(next: BoardDocument) {
    if (!document.value || JSON.stringify(next) === JSON.stringify(document.value)) return
    past.value = [...past.value, document.value].slice(-KEPT)
    future.value = []
    show(next)
  }
  function undo() {
    const before = past.value.at(-1)
    if (!before || !document.value) return
    past.value = past.value.slice(0, -1)
    future.value = [...future.value, document.value]
    show(before)
  }
  function redo() {
    const after = future.value.at(-1)
    if (!after || !document.value) return
    future.value = future.value.slice(0, -1)
    past.value = [...past.value, document.value]
    show(after)
  }

  /** One after the other: each says which revision it changes. */
  function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const next = waiting.then(send)
    waiting = next
    return next
  }
  async function send() {
    if (!board.value || !document.value || conflict.value) return
    saving.value = true
    try {
      const { revision } = board.value
      const answer = await tools().call<{ revision: number }>('PUT', at(), {
        revision,
        document: document.value,
      })
      board.value = { ...board.value, revision: answer.revision, hasDraft: true }
      problem.value = ''
    } catch (error) {
      const now = await tools()
        .call<OpenedBoard>('GET', at())
        .catch(() => null)
      if (now && board.value && now.board.revision !== board.value.revision)
        conflict.value = now.board
      else problem.value = tools().explain(error)
    } finally {
      saving.value = false
    }
  }
  /** Does something with the board as it has been saved. */
  async function then(path: string): Promise<boolean> {
    if (timer) await save()
    await waiting
    if (!board.value || conflict.value) return false
    try {
      await tools().call('POST', `${at()}/${path}`, { revision: board.value.revision })
      return true
    } catch (error) {
      problem.value = tools().explain(error)
      return false
    }
  }
  const leaving = (event: BeforeUnloadEvent) => timer && event.preventDefault()
  addEventListener('beforeunload', leaving)
  onScopeDispose(() => {
    removeEventListener('beforeunload', leaving)
    if (timer) void save()
  })

  return {
    board,
    document,
    saving,
    problem,
    conflict,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    load,
    change,
    undo,
    redo,
    then,
  }
}
