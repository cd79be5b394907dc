import type { Operation } from '#core/http/operation'
import { list, ref, whole } from '#core/http/shared_schemas'
import {
  distributionRequest,
  exportRequest,
  followUpRequest,
  journeyRequest,
  reportQueryRequest,
  reportRequest,
  specificationRequest,
} from '#core/reports/validators/report_request'

const text = { type: 'string' }
const moment = { type: 'string', format: 'date-time' }
const flag = { type: 'boolean' }
const number = { type: ['number', 'null'] }

const asking = {
  'report': 'Key of the report type, as `GET /api/report/v1/types` lists them.',
  'period': 'Local dates, and the time of day that counts on each of them.',
  'period.from': 'First day.',
  'period.to': 'Last day, inclusive.',
  'period.fromTime': 'From this time on each day; 00:00 unless said otherwise.',
  'period.toTime': 'Until this time on each day, exclusive; 24:00 unless said otherwise.',
  'period.weekdays': 'Days that count, 1 is Monday; all unless said otherwise.',
  'period.dates': 'Single days, instead of from and to.',
  'period.holidays': 'Whether the customer’s holidays count; they do unless left out.',
  'period.hours':
    'Whether the whole window of each day counts, or what of it is within the opening hours.',
  'interval': 'What a row stands for in time; `timeOfDay` unless said otherwise.',
  'intervalMinutes': 'Length of a `timeOfDay` row; 30 unless said otherwise.',
  'grouping': 'Whether rows are of all chosen objects together, of each, or of each group.',
  'objects': 'Identifiers as `GET /api/report/v1/objects` lists them, or `all`.',
  'groups': 'Names of groups: their objects are added.',
  'columns': 'Keys of columns, or `all`.',
  'parameters': 'Limits that the report type asks for, for example answerTimeLimits: [20, 40].',
  'breakdown':
    'Whether objects have a row per part; `breakdown.byDefault` of the report type unless said otherwise.',
  'emptyRows': 'Whether intervals without calls have a row.',
  'serviceLevel': 'Another formula than the customer’s.',
  'timeLabels': 'What the rows of `timeOfDay` are called: 11:30–12:00, or 12:00.',
}
const filing = {
  light: 'As JSON: whether a report that takes its time is refused, with E_HEAVY_REPORT.',
  headline:
    'As JSON: whether `headline` is answered too, the report type’s key figures with those of the period before. Files for people always have them.',
  headlineAgainst:
    'What `headline` is set beside: `previous`, the period of the same length just before, or `usual`, for a single day the middle of the same weekday in the eight weeks before.',
  format: '`json`, or the format of a file: the `exporters` of `GET /api/report/v1/types`.',
  intervals: 'In a file: one sheet or part for each of these.',
  charts: 'In a file: with charts.',
  columnDescriptions: 'In a file: with what each column means.',
  specification: 'In a file: with the calls behind the report.',
  timeFormat: 'In a file: durations as hours, minutes and seconds, or as seconds.',
  audience: 'In a file: `machine` leaves every text as it is.',
}
const paging = {
  cursor: '`next` of the page before.',
  limit: 'Most rows of this page.',
}

/** Which figure's calls are asked for. */
const figure = {
  'behind':
    'Only the calls that a figure is made of; a column with `calls` has them. They are found by the same conditions as the figure.',
  'behind.column': 'Key of the column, one repetition where it is repeated: `answeredWithin_20`.',
  'behind.row': 'The row, by its keys as the report has them; the total where left out.',
  'behind.row.interval': 'Such as `09:00`; all intervals where left out.',
  'behind.row.group': 'Name of a group; null for objects in none.',
  'behind.row.object': 'An object, as requests name it.',
  'behind.row.part': 'A part of objects; null for none.',
  'behind.side': 'Of a share: the calls that are counted, or the `whole` that they are a share of.',
}

const exampleReport = {
  report: '{{Report}}',
  period: { from: '{{From}}', to: '{{To}}', fromTime: '08:00', toTime: '17:00' },
  interval: 'timeOfDay',
  intervalMinutes: 30,
  grouping: 'total',
  objects: 'all',
  columns: 'all',
}

/** What the answers about calls have in common. */
const head = {
  title: text,
  asOf: moment,
  zones: list(text),
  locale: text,
  period: ref('Period'),
  notes: list(text),
}
/** The zone that `asOf` is told in, where the reader has one. */
const asOfZone = { asOfZone: text }
const nextPage = {
  type: ['string', 'null'],
  description: 'Cursor of the next page; null on the last.',
}

const reportType = whole({
  key: text,
  source: text,
  sourceLabel: text,
  label: text,
  description: text,
  basic: flag,
  objectTypes: list(whole({ key: text, label: text, plural: text, icon: text, people: flag })),
  parameters: list(
    whole({
      key: text,
      label: text,
      help: { type: ['string', 'null'] },
      type: text,
      default: list({ type: 'number' }),
    })
  ),
  columns: list(
    whole({
      key: text,
      label: text,
      description: text,
      unit: text,
      basic: flag,
      hidden: flag,
      serviceLevel: flag,
      repeated: {
        anyOf: [whole({ by: text, name: text, pattern: text }), { type: 'null' }],
        description: 'By which parameter or field the column is repeated.',
      },
      consistsOf: list(list(text)),
    })
  ),
  headline: list({
    type: 'object',
    required: ['column'],
    properties: { column: text, good: { type: 'string', enum: ['up', 'down'] } },
  }),
  presets: list(
    whole({ key: text, label: text, named: flag, columns: list(text), breakdown: flag })
  ),
  charts: list({ type: 'object' }),
  breakdown: { anyOf: [{ type: 'object' }, { type: 'null' }] },
  specification: list({ type: 'object', required: ['field', 'label', 'type'] }),
  journey: flag,
  followUp: flag,
})

const exporter = whole({
  key: { ...text, description: 'What `format` is given.' },
  label: text,
  description: text,
  extension: text,
  includes: whole({
    charts: flag,
    specification: flag,
    columnDescriptions: flag,
    manyIntervals: flag,
  }),
})

const distribution = {
  type: 'object',
  required: ['column', 'count', 'mean', 'median', 'p90', 'lowest', 'highest', 'bins'],
  properties: {
    ...head,
    ...asOfZone,
    column: ref('Column'),
    count: { type: 'integer' },
    mean: number,
    median: number,
    p90: number,
    lowest: number,
    highest: number,
    bins: list(
      whole({ from: { type: 'number' }, to: { type: 'number' }, count: { type: 'integer' } })
    ),
  },
}

const worth = { type: ['string', 'number', 'boolean', 'null'] }

const figureBehind = {
  type: 'object',
  description:
    'On the first page, where `behind` was asked for: the figure, and how its calls make it up.',
  required: ['column', 'label', 'unit', 'row', 'value', 'calls', 'made'],
  properties: {
    column: text,
    label: text,
    unit: text,
    row: list(text),
    value: worth,
    calls: { type: 'integer', description: 'How many calls it is made of.' },
    made: { type: 'string', enum: ['count', 'sum', 'mean', 'share', 'distinct', 'of'] },
    sum: whole({ field: text, label: text, unit: text, value: worth }),
    sides: list(
      whole({
        side: { type: 'string', enum: ['share', 'whole'] },
        label: text,
        unit: text,
        value: worth,
        calls: flag,
        listed: flag,
      })
    ),
  },
}

const leg = whole({
  at: moment,
  event: text,
  eventLabel: text,
  object: { type: ['string', 'null'] },
  objectName: { type: ['string', 'null'] },
  objectTypeLabel: { type: ['string', 'null'] },
  icon: { type: ['string', 'null'] },
  hidden: flag,
  details: list(
    whole({
      key: text,
      label: text,
      unit: text,
      value: { type: ['string', 'number', 'boolean', 'null'] },
      text: { type: ['string', 'null'] },
    })
  ),
})

/** What answers of figures may be refused for: unknown objects, and a fact engine that cannot be asked. */
const refusals = [404, 406, 503] as const

/** How a program asks for figures and calls. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    pattern: '/api/report/v1/types',
    tag: 'Reports',
    summary: 'List the report types, with their columns and parameters',
    answer: whole({
      types: list(reportType),
      exporters: list(exporter),
      serviceLevelFormulas: list(text),
    }),
    refusals: [406],
  },
  {
    method: 'get',
    pattern: '/api/report/v1/objects',
    tag: 'Reports',
    summary: 'List the measurement objects that a report type can be about',
    query: ['type'],
    needed: ['type'],
    fields: { type: 'Key of the report type.' },
    answer: whole({
      objects: list(
        whole({
          object: { type: 'string', description: 'What a request names it by.' },
          type: text,
          identifier: text,
          name: text,
          point: text,
          removed: flag,
          groups: list(text),
        })
      ),
    }),
    refusals: [406],
  },
  {
    method: 'post',
    pattern: '/api/report/v1/generate',
    tag: 'Reports',
    summary: 'Make a report',
    description: 'As JSON, or as a file where `format` says so.',
    body: reportRequest,
    fields: { ...asking, ...filing },
    example: exampleReport,
    answer: ref('AnyReport'),
    files: 'exporters',
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/report/v1/export',
    tag: 'Reports',
    summary: 'Make a report as a file',
    body: reportRequest,
    fields: { ...asking, ...filing },
    example: { ...exampleReport, format: '{{Format}}' },
    answer: ref('AnyReport'),
    files: 'exporters',
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/report/v1/distribution',
    tag: 'Pictures',
    summary: 'Tell how the values behind a duration column are spread',
    body: distributionRequest,
    fields: { ...asking, column: 'Key of a mean, a percentile or the longest of durations.' },
    example: { ...exampleReport, column: '{{Column}}' },
    answer: distribution,
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/report/v1/by-weekday',
    tag: 'Pictures',
    summary: 'Make a report by time of day, once for each weekday',
    body: reportQueryRequest,
    fields: asking,
    example: exampleReport,
    answer: whole({
      ...head,
      ...asOfZone,
      columns: list(ref('Column')),
      days: list(
        whole({
          weekday: { type: 'integer', description: '1 is Monday.' },
          label: text,
          total: { anyOf: [ref('Row'), { type: 'null' }] },
          rows: list(ref('Row')),
        })
      ),
    }),
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/report/v1/specification',
    tag: 'Calls',
    summary: 'Read the calls behind a report, a page at a time',
    body: specificationRequest,
    fields: {
      ...asking,
      ...paging,
      filters: 'By field: a value, a list of values, { is }, { from, to } or { contains }.',
      order: 'What to sort by.',
      ...figure,
    },
    example: { ...exampleReport, limit: 100 },
    answer: {
      type: 'object',
      required: [...Object.keys(head), 'columns', 'count', 'rows', 'next'],
      properties: {
        ...head,
        columns: list(ref('Column')),
        count: { type: 'integer' },
        behind: figureBehind,
        rows: list(ref('Row')),
        next: nextPage,
      },
    },
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/report/v1/journey',
    tag: 'Calls',
    summary: 'Follow one call over its legs',
    body: journeyRequest,
    fields: {
      report: asking.report,
      call: 'The call, as its line in the specification has it.',
      at: 'When it arrived.',
    },
    example: { report: '{{Report}}', call: '{{Call}}', at: '{{At}}' },
    answer: whole({
      title: text,
      call: text,
      zones: list(text),
      notes: list(text),
      legs: list(leg),
    }),
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/report/v1/follow-up',
    tag: 'Calls',
    summary: 'List who was missed, and whether they were reached later',
    body: followUpRequest,
    fields: { ...asking, ...paging, reached: 'Only those who were, or were not.' },
    example: { ...exampleReport, limit: 100 },
    answer: whole({
      ...head,
      columns: list(ref('Column')),
      rows: list(ref('Row')),
      count: { type: 'integer' },
      notReached: { type: 'integer' },
      next: nextPage,
    }),
    refusals,
  },
  {
    method: 'post',
    pattern: '/api/jobs/v1/exports',
    tag: 'Background jobs',
    summary: 'Have a file made in the background, and mailed where recipients are named',
    body: exportRequest,
    fields: {
      ...asking,
      ...filing,
      only: '`specification`: the calls alone, without the report.',
      ...figure,
      filters: 'Of the calls alone: as those of `POST /api/report/v1/specification`.',
      comparedWith: 'What the report is set beside in the same file: other days or other objects.',
      recipients: 'Email addresses that the file is sent to.',
      subject: 'Subject of the email.',
      message: 'Text of the email.',
    },
    example: { ...exampleReport, format: '{{Format}}' },
    status: 202,
    answer: whole({ job: ref('Job') }),
    refusals: [404, 503],
  },
]
