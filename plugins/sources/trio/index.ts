import { definePlugin } from '#core/contracts/plugin'
import { TrioCollector } from './collector.js'
import { writeDemo } from './demo/write_demo.js'
import { contact } from './events/contact.js'
import { errandMarking } from './events/errand_marking.js'
import { surveyAnswer } from './events/survey_answer.js'
import { objectTypes } from './object_types.js'
import { agentSurveys } from './reports/agent_surveys.js'
import { agents } from './reports/agents.js'
import { byErrandMarking } from './reports/by_errand_marking.js'
import { serviceIds } from './reports/service_ids.js'
import { serviceSurveys } from './reports/service_surveys.js'
import { voiceAdvanced } from './reports/voice_advanced.js'

export default definePlugin({
  kind: 'source',
  key: 'trio',
  label: 'Trio',
  description: 'Contacts, errand markings and surveys of Enghouse Trio Enterprise.',
  objectTypes,
  events: [contact, errandMarking, surveyAnswer],
  reportTypes: [serviceIds, agents, byErrandMarking, agentSurveys, serviceSurveys, voiceAdvanced],
  collector: TrioCollector,
  demo: writeDemo,
})
