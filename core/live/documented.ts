import { list, whole } from '#core/http/shared_schemas'
import type { Operation } from '#core/http/operation'
import { livePush, livePushQuery, liveValuesQuery } from '#core/live/validators/live'

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const numberOrNull = { type: ['number', 'null'] }

const figure = whole({
  key: text,
  label: text,
  description: text,
  unit: text,
  sum: textOrNull,
  derived: { type: 'boolean' },
  states: list(whole({ key: text, label: text })),
})

/** How programs tell what is so now, and read it. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    pattern: '/api/live/v1/:point',
    tag: 'Live values',
    summary: 'Tell what is so now',
    description:
      'For platforms that the server cannot reach. Each object’s values replace those before, unless they are older. Moments are told, not seconds: since when the longest call waits. At most 256 kB, and 5 times a second for each collection point.',
    query: livePushQuery,
    body: livePush,
    fields: {
      point: 'Name of the collection point.',
      source: 'Which platform, where several have a point of that name.',
      at: 'When it was so; now where left out.',
      goodFor: 'Seconds for which it may be shown as now, from then on.',
      whole: 'All that there is is told: objects that are not named are not there any more.',
      objects: 'Objects with their live figures; null where nothing is known any more.',
    },
    example: {
      goodFor: 60,
      whole: true,
      objects: [
        {
          type: 'queue',
          identifier: 'support',
          values: {
            waiting: 2,
            longestWaitSince: '2026-01-31T08:12:31Z',
            agentsReady: ['SIP/8001'],
          },
        },
      ],
    },
    answer: whole({ taken: { type: 'integer' } }),
    refusals: [404, 422, 429],
  },
  {
    method: 'get',
    pattern: '/api/live/v1/types',
    tag: 'Live values',
    summary: 'Read which live figures there are',
    answer: whole({
      sources: list(
        whole({
          source: text,
          label: text,
          objectTypes: list(
            whole({ key: text, label: text, plural: text, icon: text, figures: list(figure) })
          ),
        })
      ),
    }),
  },
  {
    method: 'get',
    pattern: '/api/live/v1/values',
    tag: 'Live values',
    summary: 'Read what is so now',
    description:
      'A row for each object that you may see, and what they have in common. A value that is too old is null, with the moment since when nothing is known in `lostSince`.',
    query: liveValuesQuery,
    fields: {
      source: 'Key of the platform.',
      type: 'Key of the object type.',
      figures: 'Keys of live figures, divided by commas; all where left out.',
      objects: 'Keys of objects, divided by commas; all where left out.',
      groups: 'Names of groups, divided by commas.',
    },
    answer: whole({
      asOf: text,
      goodFor: numberOrNull,
      from: { enum: ['pushed', 'asked', 'derived'] },
      columns: list(whole({ key: text, unit: text })),
      rows: list({
        type: 'object',
        required: ['object', 'objectName', 'asOf', 'from'],
        additionalProperties: { type: ['string', 'number', 'null'] },
        properties: {
          object: text,
          objectName: text,
          asOf: textOrNull,
          from: text,
          lostSince: textOrNull,
        },
      }),
      total: { type: 'object', additionalProperties: { type: ['string', 'number', 'null'] } },
    }),
    refusals: [404, 422],
  },
]
