import { definePlugin } from '#core/contracts/plugin'
import { fillDemo } from './demo.js'
import { act } from './events/act.js'
import { session } from './events/session.js'
import { actForAgent } from './operations/act_for_agent.js'
import { actMyself } from './operations/act_myself.js'
import { chooseQueues, linkAgent, unlinkAgent } from './operations/link_agent.js'
import { listAgents } from './operations/list_agents.js'
import { listTeam } from './operations/list_team.js'
import { readDay } from './operations/read_day.js'
import { readDesk, watchDesk } from './operations/read_desk.js'
import { seeNotices } from './operations/see_notices.js'
import { acts } from './reports/acts.js'
import { sessions } from './reports/sessions.js'
import { beatSession } from './sessions/beat_session.js'
import { endSession } from './sessions/end_session.js'
import { lookAfter } from './sessions/look_after.js'

/** The agent's desk: signing in is not logging on to queues, and the page says so. */
export default definePlugin({
  kind: 'module',
  key: 'agent_desk',
  label: 'Agent desk',
  description: 'The page on which agents log on to queues, pause and see their day',
  icon: 'headset',
  prefix: 'ag_',
  agents: true,
  capabilities: {
    own: {
      does: 'log on to queues as an agent',
      administrator: 'yes',
      user: 'yes',
      customerUser: 'no',
    },
    team: {
      does: 'see how the agents stand in the queues',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
      ticket: 'owner',
    },
    supervise: {
      does: 'log other agents on and off',
      administrator: 'yes',
      user: 'right',
      customerUser: 'no',
    },
    settings: {
      does: 'choose which agents the users are',
      administrator: 'yes',
      user: 'no',
      customerUser: 'no',
    },
  },
  settings: {
    remindMinutes: {
      label: 'Remind by email after, minutes',
      help: 'How long after the agent page was closed an agent who is still logged on gets an email. 0 sends none.',
      type: 'number',
      default: 2,
    },
    logOffMinutes: {
      label: 'Log off agents without the page after, minutes',
      help: 'How long agents stay logged on without the page open anywhere. 0 leaves them logged on.',
      type: 'number',
      default: 0,
    },
  },
  operations: [
    readDesk,
    actMyself,
    readDay,
    seeNotices,
    beatSession,
    endSession,
    listTeam,
    actForAgent,
    listAgents,
    linkAgent,
    unlinkAgent,
    chooseQueues,
  ],
  streams: [watchDesk],
  source: {
    objectTypes: {
      agent: {
        people: true,
        label: 'User at the desk',
        plural: 'Users at the desk',
        icon: 'headset',
        identifier: { label: 'Number of the user', pattern: '.+', example: '12' },
      },
    },
    events: [session, act],
    reportTypes: [sessions, acts],
  },
  recurring: [
    { name: 'lookAfter', label: 'Look after the agents', cron: '5 * * * * *', run: lookAfter },
  ],
  audit: {
    linked: 'User linked to an agent',
    unlinked: 'User no longer linked to an agent',
    queuesChosen: 'Queues of an agent chosen',
    supervised: 'Agent logged on, off or paused by a supervisor',
  },
  demo: fillDemo,
})
