import type { Answer } from '#core/contracts/question'
import type { Answers } from './api.js'

/**
 * Puts answers that come one by one together: of each widget, in the order of its questions, up to the
 * first that is not known yet. What has not changed stays the same object.
 */
export function gathering() {
  let known = new Map<string, Answer>()
  let byWidget: Answers = {}
  const listOf = (id: string) => {
    const list: Answer[] = []
    for (;;) {
      const next = known.get(`${id}.${list.length}`)
      if (!next) return list
      list.push(next)
    }
  }
  return (told: Readonly<Record<string, Answer>>, isWhole: boolean): Answers => {
    if (isWhole) {
      known = new Map()
      byWidget = {}
    }
    for (const name of Object.keys(told)) known.set(name, told[name]!)
    const next: Record<string, readonly Answer[]> = { ...byWidget }
    for (const name of Object.keys(told)) {
      const [id = ''] = name.split('.')
      const list = listOf(id)
      if (list.length) next[id] = list
    }
    byWidget = next
    return byWidget
  }
}
