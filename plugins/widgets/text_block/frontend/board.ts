import { defineShow } from '#core/contracts/board_content'

/** A small part of Markdown. */
export default defineShow(({ settings = {} }, _answers, tools) => {
  const text = String(settings.text ?? '').trim()
  if (!text) return { kind: 'message', icon: 'text', title: tools.word('set') }
  return { kind: 'text', text, large: settings.large === true }
})
