import type { Conformance } from '#core/contracts/conformance'

export default {
  files: [{ name: 'daktela-2026-03.jsonl', path: 'fixtures/answers.jsonl' }],
  broken: { line: '{"model":"weather","answer":{}}' },
} satisfies Conformance
