import type { Conformance } from '#core/contracts/conformance'

export default {
  files: [
    { name: 'sessions-2026-03.csv', path: 'fixtures/sessions.csv' },
    { name: 'call_events.csv', path: 'fixtures/call_events.csv' },
    { name: 'agent_events.csv', path: 'fixtures/agent_events.csv' },
    { name: 'agents.csv', path: 'fixtures/agents.csv' },
  ],
  broken: { line: 'session;of;another;centre' },
} satisfies Conformance
