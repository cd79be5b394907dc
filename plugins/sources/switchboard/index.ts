import { definePlugin } from '#core/contracts/plugin'
import { SwitchboardCollector } from './collector.js'
import { writeDemo } from './demo/write_demo.js'
import { agentPresence } from './events/agent_presence.js'
import { agentState } from './events/agent_state.js'
import { externalCall } from './events/external_call.js'
import { functionNumberCall } from './events/function_number_call.js'
import { huntGroupCall } from './events/hunt_group_call.js'
import { menuChoice } from './events/menu_choice.js'
import { queueCall } from './events/queue_call.js'
import { userCall } from './events/user_call.js'
import { live } from './live.js'
import { objectTypes } from './object_types.js'
import { agentsPerAnswerGroup } from './reports/agents_per_answer_group.js'
import { answerGroupSources } from './reports/answer_group_sources.js'
import { answerGroups } from './reports/answer_groups.js'
import { externalSystems } from './reports/external_systems.js'
import { functionNumbers } from './reports/function_numbers.js'
import { huntGroups } from './reports/hunt_groups.js'
import { logOnPerAgent } from './reports/log_on_per_agent.js'
import { logOnPerGroup } from './reports/log_on_per_group.js'
import { menuForwardedTo } from './reports/menu_forwarded_to.js'
import { menus } from './reports/menus.js'
import { organisation } from './reports/organisation.js'
import { users } from './reports/users.js'
import { pointSettings } from './settings.js'

export default definePlugin({
  kind: 'source',
  key: 'switchboard',
  label: 'Switchboard',
  description: 'Calls of users, groups, numbers and menus of a Telepo switchboard.',
  pointSettings,
  objectTypes,
  events: [
    userCall,
    queueCall,
    huntGroupCall,
    functionNumberCall,
    menuChoice,
    externalCall,
    agentState,
    agentPresence,
  ],
  reportTypes: [
    users,
    answerGroups,
    agentsPerAnswerGroup,
    huntGroups,
    functionNumbers,
    menus,
    menuForwardedTo,
    answerGroupSources,
    logOnPerGroup,
    logOnPerAgent,
    organisation,
    externalSystems,
  ],
  collector: SwitchboardCollector,
  live,
  demo: writeDemo,
})
