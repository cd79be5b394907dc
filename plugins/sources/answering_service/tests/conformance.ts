import type { Conformance } from '#core/contracts/conformance'

export default {
  files: [{ name: 'answered-2026-03.csv', path: 'fixtures/answered.csv' }],
  broken: { line: 'errand;of;somebody;else' },
} satisfies Conformance
