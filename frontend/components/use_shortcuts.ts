import { onScopeDispose } from 'vue'

/** Keys of the whole page: Ctrl+K finds anything, / begins to filter what is on it, and ? tells the keys. */
export function useShortcuts({ find, help }: { find: () => void; help: () => void }) {
  const filter = () => {
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
    field?.focus()
    return Boolean(field)
  }
  const plain: Record<string, () => boolean> = { '/': filter, '?': () => (help(), true) }

  function press(event: KeyboardEvent) {
    const { key, target } = event
    const commanded = event.ctrlKey || event.metaKey
    if (commanded && !event.altKey && key.toLowerCase() === 'k') {
      event.preventDefault()
      find()
    } else if (!commanded && !isWriting(target) && plain[key]?.()) {
      event.preventDefault()
    }
  }
  addEventListener('keydown', press)
  onScopeDispose(() => removeEventListener('keydown', press))
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
