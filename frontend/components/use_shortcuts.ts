import { onScopeDispose } from 'vue'

/** Keys of the whole page: Ctrl+K finds anything, and / begins to filter what is on it. */
export function useShortcuts({ find }: { find: () => void }) {
  function press(event: KeyboardEvent) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      find()
      return
    }
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event.target)) return
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
    if (!field) return
    event.preventDefault()
    field.focus()
  }
  addEventListener('keydown', press)
  onScopeDispose(() => removeEventListener('keydown', press))
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
