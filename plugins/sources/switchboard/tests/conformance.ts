import type { Conformance } from '#core/contracts/conformance'

export default {
  files: [
    { name: 'cdr-2026-03-02.csv', path: 'fixtures/monday.csv' },
    { name: 'cdr-2026-03-03.csv', path: 'fixtures/comma.csv' },
    {
      name: 'cdr-9.csv',
      path: 'fixtures/vendor9.csv',
      settings: {
        columns: {
          '9.recordType': '=CallCdr',
          '9.callId': 8,
          '9.answerTime': 9,
          '9.stopTime': 10,
          '9.direction': 11,
          '9.objectType': '=user',
          '9.caller': 12,
          '9.called': 13,
          '9.result': 14,
        },
        words: { '9.direction.terminating': 'INCOMING', '9.direction.originating': 'OUTGOING' },
      },
    },
  ],
  broken: { line: '12;CallCdr;from;another;exchange' },
} satisfies Conformance
