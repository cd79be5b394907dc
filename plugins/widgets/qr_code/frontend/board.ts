import { defineShow } from '#core/contracts/board_content'

/** This board where no address is said. */
export default defineShow(({ settings = {} }, _answers, tools) => {
  const text = String(settings.address ?? '') || tools.address
  return { kind: 'code', text, label: tools.word('opens', { address: text }) }
})
