/**
 * A source in one folder, as somebody outside would write it: doors that count who goes in and out.
 * Nothing in the product has ever heard of it.
 *
 * @param partition what `passages` is said to consist of.
 */
export const doorCounter = (partition: string) => ({
  'index.ts': `
    import { defineEvent, definePlugin, defineReportType } from '#core/contracts/plugin'
    import { readLines } from '#core/contracts/read_lines'

    const passage = defineEvent({
      key: 'passage', label: 'Passage',
      fields: {
        door: { type: 'object', objectType: 'door', label: 'Door' },
        way: { type: 'choice', label: 'Way', choices: { in: 'In', out: 'Out' } },
        badge: { type: 'flag', label: 'With a badge' },
      },
    })
    const way = (is) => ({ count: 'events', where: { field: 'way', is } })
    const column = (label, value) => ({ label, description: label, unit: 'count', value })

    class Log {
      async *read(input, point, memory) {
        for await (const { lines, position } of readLines(input)) {
          const events = [], rejected = []
          for (const { text, number } of lines) {
            const [key, at, door, way, badge] = text.split(',')
            if (badge === undefined) rejected.push({ line: text, number, reason: 'Not five values.' })
            else events.push({ event: 'passage', key, at: new Date(at), fields: { door, way, badge: badge === 'yes' } })
          }
          yield { events, rejected, position, memory }
        }
      }
    }

    export default definePlugin({
      kind: 'source', key: 'door_counter', label: 'Door counter', description: 'Who goes in and out',
      objectTypes: {
        door: { label: 'Door', plural: 'Doors', icon: 'door-open', identifier: { label: 'Name', pattern: '.+', example: 'north' } },
      },
      events: [passage],
      reportTypes: [
        defineReportType({
          key: 'door_counter.doors', label: 'Doors', description: 'Passages per door',
          events: { passage }, subject: 'door',
          columns: {
            passages: { ...column('Passages', { count: 'events' }), consistsOf: [${partition}] },
            inward: column('In', way('in')),
            outward: column('Out', way('out')),
            badged: column('With a badge', { count: 'events', where: { field: 'badge', is: true } }),
          },
          presets: {}, charts: [{ kind: 'stack', columns: ['inward', 'outward'] }], specification: ['door', 'way'],
        }),
      ],
      collector: Log,
    })`,
  'locales/sv.json': words('på svenska'),
  'locales/et.json': words('eesti keeles'),
  'locales/lv.json': words('latviski'),
  'tests/conformance.ts': `
    export default { files: [{ name: 'doors.log', path: 'fixtures/doors.log' }] }`,
  'tests/fixtures/doors.log': [
    '1,2026-03-02T07:58:00+01:00,norra,in,yes',
    '2,2026-03-02T08:01:00+01:00,södra,in,no',
    '3,2026-03-02T08:20:00+01:00,norra,out,yes',
    '4,2026-03-02T16:05:00+01:00,södra,out,no',
    '5,2026-03-02T16:06:00+01:00,södra,out,no',
    '',
  ].join('\n'),
})

function words(language: string) {
  const report = 'reportTypes.door_counter.doors'
  const columns = ['passages', 'inward', 'outward', 'badged'].flatMap((column) => [
    `${report}.columns.${column}.label`,
    `${report}.columns.${column}.description`,
  ])
  const event = ['', '.fields.door', '.fields.way', '.fields.badge'].map(
    (path) => `events.passage${path}.label`
  )
  const choices = ['in', 'out'].map((choice) => `events.passage.fields.way.choices.${choice}`)
  const door = ['label', 'plural', 'identifier.label'].map((path) => `objectTypes.door.${path}`)
  const itself = ['label', 'description', `${report}.label`, `${report}.description`]
  const keys = [...itself, ...door, ...event, ...choices, ...columns]
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, `${key} ${language}`])))
}
