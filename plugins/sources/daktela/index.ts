import { definePlugin } from '#core/contracts/plugin'
import { DaktelaCollector } from './collector.js'
import { writeDemo } from './demo/write_demo.js'
import { activity } from './events/activity.js'
import { agentState } from './events/agent_state.js'
import { call } from './events/call.js'
import { live } from './live.js'
import { objectTypes } from './object_types.js'
import { activities } from './reports/activities.js'
import { agents } from './reports/agents.js'
import { queues } from './reports/queues.js'
import { pointSettings } from './settings.js'

export default definePlugin({
  kind: 'source',
  key: 'daktela',
  label: 'Daktela',
  description: 'Calls, activities and agents of Daktela, asked for over its REST interface.',
  pointSettings,
  objectTypes,
  events: [call, activity, agentState],
  reportTypes: [queues, agents, activities],
  collector: DaktelaCollector,
  live,
  demo: writeDemo,
})
