import { defineReportType } from '#core/contracts/plugin'
import { comment } from '../events/comment.js'

/** Comments on errands. Its specification is what was written; internal comments are not for customer users. */
export const comments = defineReportType({
  key: 'answering_service.comments',
  label: 'Comments on errands',
  description:
    'Shows what was written about errands at each service, by whom. Internal comments are neither shown to nor counted for customer users.',
  events: { comment },
  subject: 'service',
  breakdown: 'author',
  columns: {
    comments: {
      label: 'Comments',
      description: 'Comments that were written on errands.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [['fromCustomer', 'fromService', 'internalComments']],
    },
    fromCustomer: {
      label: 'From the customer',
      description: 'Comments that the customer wrote.',
      unit: 'count',
      value: { count: 'events', where: { field: 'fromCustomer', is: true } },
    },
    fromService: {
      label: 'From the answering service',
      description: 'Comments to the customer from those who answer.',
      unit: 'count',
      value: {
        count: 'events',
        where: {
          every: [
            { not: { field: 'fromCustomer', is: true } },
            { not: { field: 'internal', is: true } },
          ],
        },
      },
    },
    internalComments: {
      label: 'Internal comments',
      description: 'Comments that are not for the customer.',
      unit: 'count',
      value: { count: 'events', where: { field: 'internal', is: true } },
    },
    errands: {
      label: 'Errands with comments',
      description: 'How many different errands were commented.',
      unit: 'count',
      value: { distinct: 'errand' },
    },
  },
  headline: [
    { column: 'comments' },
    { column: 'fromCustomer' },
    { column: 'fromService' },
    { column: 'errands' },
  ],
  presets: { comments: ['comments', 'fromCustomer', 'fromService', 'errands'] },
  charts: [{ kind: 'stack', columns: ['fromCustomer', 'fromService', 'internalComments'] }],
  specification: ['errand', 'author', 'text', 'fromCustomer', 'internal', 'service', 'person'],
})
