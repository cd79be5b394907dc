import type { WidgetPlugin } from '#core/contracts/widget'

/** Whether a widget says where it can be seen, and takes no more room than a board has. */
export const checkWidget = ({ fits, board }: WidgetPlugin): string[] => [
  ...(!fits && !board
    ? [
        'A widget must say what fits, fits(report) answers the keys of columns, or what it is on a board.',
      ]
    : []),
  ...(board && (board.smallest.w > board.usual.w || board.smallest.h > board.usual.h)
    ? ['On a board, its usual size must be at least its smallest.']
    : []),
  ...(board?.columns && !(board.columns.least >= 0 && board.columns.least <= board.columns.most)
    ? ['On a board, the least columns must be from 0 to the most.']
    : []),
  ...(board && board.usual.w > 12 ? ['A board has 12 columns: its usual width is too large.'] : []),
]
