import type { Conformance } from '#core/contracts/conformance'

/** Files as Asterisk writes them: queue logs of three versions, call records in three layouts. */
export default {
  settings: { agents: { 'PJSIP/2001': 'Anna Hansson', 'SIP/8007': 'David Holm' }, trunks: 'telia' },
  files: [
    { name: 'queue_log', path: 'fixtures/queue_log' },
    { name: 'queue_log', path: 'fixtures/queue_log.next' },
    { name: 'queue_log', path: 'fixtures/queue_log.old' },
    { name: 'Master.csv', path: 'fixtures/Master.21.csv' },
    { name: 'Master.csv', path: 'fixtures/Master.18.csv' },
    { name: 'Master.csv', path: 'fixtures/Master.19.csv' },
  ],
  broken: { line: '1767596400|1767596400.1|Kundtjänst|NONE|ENTERQUEU', after: 2 },
} satisfies Conformance
