import { definePlugin } from '#core/contracts/plugin'
import { ContactCenterCollector } from './collector.js'
import { writeDemo } from './demo/write_demo.js'
import { agentState } from './events/agent_state.js'
import { attempt } from './events/attempt.js'
import { session } from './events/session.js'
import { live } from './live.js'
import { objectTypes } from './object_types.js'
import { agents } from './reports/agents.js'
import { agentsPerAgentGroup } from './reports/agents_per_agent_group.js'
import { agentsPerServiceGroup } from './reports/agents_per_service_group.js'
import { serviceAccess } from './reports/service_access.js'
import { serviceGroups } from './reports/service_groups.js'
import { pointSettings } from './settings.js'

export default definePlugin({
  kind: 'source',
  key: 'contact_center',
  label: 'Contact center',
  description:
    'Sessions and agents of a contact centre: MiCC Enterprise, or the raw data of Puzzel.',
  pointSettings,
  objectTypes,
  events: [session, attempt, agentState],
  reportTypes: [serviceGroups, agentsPerServiceGroup, agentsPerAgentGroup, agents, serviceAccess],
  collector: ContactCenterCollector,
  live,
  demo: writeDemo,
})
