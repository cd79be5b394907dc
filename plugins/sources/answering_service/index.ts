import { definePlugin } from '#core/contracts/plugin'
import { AnsweringServiceCollector } from './collector.js'
import { writeDemo } from './demo/write_demo.js'
import { errands as errandDesk } from './errands.js'
import { call } from './events/call.js'
import { comment } from './events/comment.js'
import { errand, errandClosed, errandOpen } from './events/errand.js'
import { objectTypes } from './object_types.js'
import { calls } from './reports/calls.js'
import { comments } from './reports/comments.js'
import { errands } from './reports/errands.js'

export default definePlugin({
  kind: 'source',
  key: 'answering_service',
  label: 'Answering service',
  description: 'Calls and errands that an answering service handles on your behalf.',
  objectTypes,
  events: [call, errand, errandOpen, errandClosed, comment],
  reportTypes: [calls, errands, comments],
  collector: AnsweringServiceCollector,
  demo: writeDemo,
  errands: errandDesk,
})
