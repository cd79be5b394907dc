import { defineShow } from '#core/contracts/board_content'

/** Says what is to come here. */
export default defineShow(({ settings = {} }, _answers, tools) => ({
  kind: 'message',
  icon: 'square-dashed',
  title: String(settings.hint ?? '') || tools.word('here'),
}))
