import type { Errands } from '#core/contracts/errands'
import { errandStateEvents } from './records/errand_state.js'

/** Errands that the customer's people report and comments that they write. */
export const errands: Errands = {
  list: 'answering_service.errands',
  comments: 'answering_service.comments',
  service: 'service',
  reported: (errand) =>
    errandStateEvents({ ...errand, caller: null, deliveredBy: null, deliveredAt: null }),
  commented: ({ key, at, ...fields }) => [{ event: 'comment', key, at, fields, version: 0 }],
}
