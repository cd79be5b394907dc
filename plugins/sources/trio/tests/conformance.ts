import type { Conformance } from '#core/contracts/conformance'

export default {
  files: [
    { name: 'trio-2026-03.csv', path: 'fixtures/trio-2026-03.csv' },
    { name: 'trio-2026-04.csv', path: 'fixtures/trio-late.csv' },
  ],
  broken: { line: 'no;record;of;ours' },
} satisfies Conformance
