import vine from '@vinejs/vine'
import { choicesOf } from '#core/contracts/board'
import { Refused, type PublicStream } from '#core/contracts/module'
import { namedQuestions } from '../answers.js'
import { screenOfDevice, shownBoard } from './shown_board.js'

/** Figures of the dashboard on a screen, as long as it has one. Each minute that it is watched it has been seen. */
export const watchScreen: PublicStream = {
  by: 'device',
  path: 'screen/stream',
  input: vine.create({}),
  async handle({ subject, customer }) {
    const screen = await screenOfDevice(customer, subject)
    if (screen) await customer.rows('screens').update({ subject }, { seen_at: customer.now() })
    const shown = screen && (await shownBoard(customer, screen))
    if (!screen || !shown) {
      throw new Refused(404, 'E_SCREEN_EMPTY', 'This screen has nothing to show.')
    }
    const { board, document, reader } = shown
    return {
      as: reader.userId,
      revision: `${board.id}.${board.published}`,
      questions: namedQuestions(document, choicesOf(document), await customer.widgets()),
      ...(screen.notice !== null && { notice: screen.notice }),
    }
  },
}
