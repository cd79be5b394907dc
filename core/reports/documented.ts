import { type Operation, type Schema } from '#core/api/operation'
import { ref } from '#core/api/openapi/shared_schemas'
import {
  distributionRequest,
  followUpRequest,
  journeyRequest,
  reportQueryRequest,
  reportRequest,
  specificationRequest,
} from '#core/reports/validators/report_request'

const text = { type: 'string' }
const list = (items: Schema): Schema => ({ type: 'array', items })

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
  'parameters': 'Limits that the report type asks for, such as answerTimeLimits: [20, 40].',
  'breakdown': 'False leaves out the rows per part.',
  'emptyRows': 'Whether intervals without calls have a row.',
  'serviceLevel': 'Another formula than the customer’s.',
}
const filing = {
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

const exampleReport = {
  report: '{{Report}}',
  period: { from: '{{From}}', to: '{{To}}', fromTime: '08:00', toTime: '17:00' },
  interval: 'timeOfDay',
  intervalMinutes: 30,
  grouping: 'total',
  objects: 'all',
  columns: 'all',
}

const report: Schema = {
  type: 'object',
  required: ['title', 'report', 'asOf', 'columns', 'total', 'rows'],
  properties: {
    title: text,
    report: text,
    interval: text,
    intervalMinutes: { type: 'integer' },
    grouping: text,
    asOf: { type: 'string', format: 'date-time', description: 'Collected until then.' },
    zones: list(text),
    locale: text,
    period: ref('Period'),
    notes: list(text),
    columns: list(ref('Column')),
    total: { anyOf: [ref('Row'), { type: 'null' }] },
    charts: list({ type: 'object' }),
    visualisations: list({ type: 'object', required: ['key', 'label', 'columns'] }),
    rows: list(ref('Row')),
  },
}

const specification: Schema = {
  type: 'object',
  required: ['title', 'columns', 'rows', 'next'],
  properties: {
    title: text,
    asOf: { type: 'string', format: 'date-time' },
    zones: list(text),
    locale: text,
    period: ref('Period'),
    notes: list(text),
    columns: list(ref('Column')),
    count: { type: 'integer' },
    rows: list(ref('Row')),
    next: { type: ['string', 'null'], description: 'Cursor of the next page; null on the last.' },
  },
}

/** How a program asks for figures and calls. */
export const operations: readonly Operation[] = [
  {
    method: 'get',
    pattern: '/api/report/v1/types',
    tag: 'Reports',
    summary: 'List the report types, with their columns and parameters',
    answer: {
      type: 'object',
      required: ['types', 'exporters', 'serviceLevelFormulas'],
      properties: {
        types: list({ type: 'object', required: ['key', 'label', 'columns'] }),
        exporters: list({ type: 'object' }),
        serviceLevelFormulas: list(text),
      },
    },
  },
  {
    method: 'get',
    pattern: '/api/report/v1/objects',
    tag: 'Reports',
    summary: 'List the measurement objects that a report type can be about',
    query: ['type'],
    fields: { type: 'Key of the report type.' },
    answer: {
      type: 'object',
      required: ['objects'],
      properties: {
        objects: list({
          type: 'object',
          required: ['object', 'identifier', 'name'],
          properties: {
            object: { type: 'string', description: 'What a request names it by.' },
            type: text,
            identifier: text,
            name: text,
            point: text,
            removed: { type: 'boolean' },
            groups: list(text),
          },
        }),
      },
    },
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
    answer: report,
    files: ['application/octet-stream'],
  },
  {
    method: 'post',
    pattern: '/api/report/v1/export',
    tag: 'Reports',
    summary: 'Make a report as a file',
    body: reportRequest,
    fields: { ...asking, ...filing },
    example: { ...exampleReport, format: '{{Format}}' },
    answer: report,
    files: ['application/octet-stream'],
  },
  {
    method: 'post',
    pattern: '/api/report/v1/distribution',
    tag: 'Pictures',
    summary: 'Tell how the values behind a duration column are spread',
    body: distributionRequest,
    fields: { ...asking, column: 'Key of a mean, a percentile or the longest of durations.' },
    answer: { type: 'object', required: ['column', 'count', 'mean', 'median', 'p90', 'bins'] },
  },
  {
    method: 'post',
    pattern: '/api/report/v1/by-weekday',
    tag: 'Pictures',
    summary: 'Make a report by time of day, once for each weekday',
    body: reportQueryRequest,
    fields: asking,
    answer: { type: 'object', required: ['columns', 'days'] },
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
      filters: 'By field: a value, a list of values, { from, to } or { contains }.',
      order: 'What to sort by.',
    },
    example: { ...exampleReport, limit: 100 },
    answer: specification,
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
    answer: { type: 'object' },
  },
  {
    method: 'post',
    pattern: '/api/report/v1/follow-up',
    tag: 'Calls',
    summary: 'List who was missed, and whether they were reached later',
    body: followUpRequest,
    fields: { ...asking, ...paging, reached: 'Only those who were, or were not.' },
    answer: { type: 'object' },
  },
]
