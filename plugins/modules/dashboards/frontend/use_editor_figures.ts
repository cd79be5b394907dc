import { computed } from 'vue'
import { choicesOf, type BoardDocument, type PlacedWidget } from '#core/contracts/board'
import type { PageTools } from '#core/contracts/module_page'
import type { BoardAnswers } from './api.js'
import { provideBoard } from './content/context.js'
import { columnLabel } from './labels.js'
import { boardFormat, shownWidget } from './shown_widget.js'
import { titleOf } from './tile.js'
import { useAnswers } from './use_answers.js'
import { useCatalogue } from './use_catalogue.js'
import { useClock } from './use_clock.js'
import { useWidgets } from './use_widgets.js'

/** What the widgets of a dashboard show while it is changed: they stay live meanwhile. */
export function useEditorFigures(
  tools: () => PageTools,
  whole: () => BoardDocument | null,
  id: () => string
) {
  const { kinds, catalogue, ready } = useCatalogue(tools)
  const { now, set } = useClock()
  provideBoard({
    now,
    locale: tools().locale,
    zone: tools().zone,
    format: boardFormat(tools()),
    word: (key, values) => tools().word(key, values),
  })

  const opened = useWidgets(tools, () =>
    Object.values(whole()?.widgets ?? {}).map(({ kind }) => kind)
  )
  /** Only what is asked: moving a widget asks nothing anew. */
  const questions = computed(() => {
    const board = whole()
    return JSON.stringify([board?.widgets, board && choicesOf(board)])
  })
  const ask = computed(() => {
    void questions.value
    return whole() && ready.value
      ? () => tools().call<BoardAnswers>('POST', 'preview', { document: whole() })
      : null
  })
  const { answers } = useAnswers(
    () => ask.value,
    (answer) => set(answer.now)
  )
  const kindOf = (widget: PlacedWidget | undefined) =>
    kinds.value.find(({ key }) => key === widget?.kind)
  const nameOf = (one: string) => {
    const widget = whole()?.widgets[one]
    return widget
      ? titleOf(widget, columnLabel(widget, catalogue.value), kindOf(widget)?.label ?? '')
      : ''
  }
  function shownOf(one: string) {
    const widget = whole()?.widgets[one]
    const open = widget && opened.get(widget.kind)
    if (!widget || !open) return null
    return shownWidget({
      widget,
      opened: open,
      answers: answers.value?.[one] ?? [],
      catalogue: catalogue.value,
      tools: tools(),
      address: tools().address('board', { id: id() }),
      now: Math.floor(now.value / 5000) * 5000,
    })
  }
  return { kinds, catalogue, ready, kindOf, nameOf, shownOf }
}
