import { definePlugin } from '#core/contracts/plugin'
import { AsteriskCollector } from './collector.js'
import { demoManager } from './demo/manager/demo_manager.js'
import { writeDemo } from './demo/write_demo.js'
import { agentSession } from './events/agent_session.js'
import { agentState } from './events/agent_state.js'
import { attempt } from './events/attempt.js'
import { extensionCall } from './events/extension_call.js'
import { queueCall } from './events/queue_call.js'
import { live } from './live.js'
import { agentLogOn } from './reports/agent_log_on.js'
import { agents } from './reports/agents.js'
import { agentsPerQueue } from './reports/agents_per_queue.js'
import { extensions } from './reports/extensions.js'
import { queue } from './reports/queue.js'
import { queueLogOn } from './reports/queue_log_on.js'
import { pointSettings } from './settings.js'

export default definePlugin({
  kind: 'source',
  key: 'asterisk',
  label: 'Asterisk',
  description:
    'Queues, agents and extensions of Asterisk, FreePBX and Wazo, read from queue_log and call records.',
  pointSettings,
  objectTypes: {
    queue: {
      label: 'Queue',
      plural: 'Queues',
      icon: 'users',
      identifier: { label: 'Queue in the log', pattern: '.+', example: 'support' },
    },
    agent: {
      people: true,
      label: 'Agent',
      plural: 'Agents',
      icon: 'headset',
      identifier: { label: 'Name or interface', pattern: '.+', example: 'SIP/8007' },
    },
    extension: {
      people: true,
      label: 'Extension',
      plural: 'Extensions',
      icon: 'phone',
      identifier: { label: 'Extension', pattern: '.+', example: '8007' },
    },
  },
  events: [queueCall, attempt, agentState, agentSession, extensionCall],
  reportTypes: [queue, agentsPerQueue, agents, queueLogOn, agentLogOn, extensions],
  collector: AsteriskCollector,
  live,
  acts: {
    person: 'agent',
    queue: 'queue',
    needs: ['manager', 'actUser', 'actSecret'],
    offers: {
      logOn: { per: 'queue', duringCall: 'now' },
      logOff: { per: 'queue', duringCall: 'now' },
      pause: { per: 'person', reasons: 'listed', duringCall: 'after' },
      resume: { per: 'person', duringCall: 'now' },
    },
  },
  presence: {
    event: 'agentSession',
    person: 'agent',
    state: 'state',
    reason: 'reason',
    loggedOn: 'loggedOn',
    paused: 'paused',
    day: {
      report: 'asterisk.agents',
      columns: ['answered', 'attemptsMissed', 'meanTalkTime', 'loggedOn', 'paused'],
    },
  },
  demo: writeDemo,
  demoPlatform: demoManager,
})
