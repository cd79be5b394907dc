import { defineReportType } from '#core/contracts/plugin'
import { comment } from '../events/comment.js'
import { errand, errandClosed, errandOpen } from '../events/errand.js'

const state = (is: string) => ({ field: 'state', is }) as const

/** Errands by category, and how soon they were delivered and closed. Its specification is the list of errands. */
export const errands = defineReportType({
  key: 'answering_service.errands',
  label: 'Errands',
  description:
    'Shows the errands that calls led to at each service: how many of each category, and how soon they were delivered and closed. The list of errands is its specification; an errand is followed to its comments.',
  events: { errand, closed: errandClosed, open: errandOpen, comment },
  subject: 'service',
  breakdown: 'category',
  breakdownByDefault: false,
  parameters: {
    deliveryLimits: {
      label: 'Delivery time, sec',
      help: 'Times to delivery in seconds, separated by commas. Each gives columns of its own.',
      type: 'secondsList',
      default: [300, 900],
    },
  },
  columns: {
    created: {
      label: 'Created',
      description: 'Errands that were created.',
      unit: 'count',
      value: { count: 'events' },
      consistsOf: [
        ['notDelivered', 'delivered', 'sinceClosed'],
        ['categoryEach', 'withoutCategory'],
      ],
    },
    notDelivered: {
      label: 'Not delivered',
      description: 'Errands created here that have not been delivered yet.',
      unit: 'count',
      value: { count: 'events', where: state('created') },
    },
    delivered: {
      label: 'Delivered',
      description: 'Errands created here that have been delivered and not closed.',
      unit: 'count',
      value: { count: 'events', where: state('delivered') },
    },
    sinceClosed: {
      label: 'Closed since',
      description: 'Errands created here that have been closed since, whenever that was.',
      unit: 'count',
      value: { count: 'events', where: state('closed') },
    },
    closed: {
      label: 'Closed',
      description: 'Errands that were closed here, whenever they were created.',
      unit: 'count',
      of: 'closed',
      value: { count: 'events' },
    },
    openAtEnd: {
      label: 'Open at the end',
      description: 'Errands that were open at the end of the row.',
      unit: 'count',
      of: 'open',
      value: { open: 'events' },
    },
    meanDelivery: {
      label: '(M) Time to delivery',
      description: 'Mean time from when an errand was created until it was delivered.',
      unit: 'seconds',
      value: { mean: 'deliverSeconds' },
    },
    longestDelivery: {
      label: '(longest) Time to delivery',
      description: 'Longest time from when an errand was created until it was delivered.',
      unit: 'seconds',
      value: { longest: 'deliverSeconds' },
    },
    deliveredWithin: {
      label: 'Delivered within {limit} seconds',
      description: 'Errands that were delivered within {limit} seconds.',
      unit: 'count',
      per: { limits: 'deliveryLimits' },
      value: { count: 'events', where: { field: 'deliverSeconds', to: 'to' } },
    },
    meanClosing: {
      label: '(M) Time to closing',
      description: 'Mean time that errands which were closed here had been open.',
      unit: 'seconds',
      of: 'closed',
      value: { mean: 'closeSeconds' },
    },
    longestClosing: {
      label: '(longest) Time to closing',
      description: 'Longest time that an errand which was closed here had been open.',
      unit: 'seconds',
      of: 'closed',
      value: { longest: 'closeSeconds' },
    },
    categoryEach: {
      label: 'Category - Specification ({value})',
      description: 'Errands created, each category by itself.',
      unit: 'count',
      per: { field: 'category' },
      value: { count: 'events' },
    },
    withoutCategory: {
      label: 'Without category',
      description: 'Errands created without a category.',
      unit: 'count',
      hidden: true,
      value: { count: 'events', where: { field: 'category', is: null } },
    },
    comments: {
      label: 'Comments',
      description: 'Comments that were written on errands.',
      unit: 'count',
      of: 'comment',
      value: { count: 'events' },
    },
    persons: {
      label: 'Assigned persons',
      description: 'How many different persons errands were assigned to.',
      unit: 'count',
      value: { distinct: 'person' },
    },
  },
  headline: [
    { column: 'created' },
    { column: 'closed' },
    { column: 'openAtEnd', good: 'down' },
    { column: 'meanDelivery', good: 'down' },
    { column: 'meanClosing', good: 'down' },
  ],
  presets: {
    handled: ['created', 'closed', 'openAtEnd', 'meanDelivery', 'meanClosing'],
    categories: ['created', 'categoryEach'],
    delivery: ['created', 'deliveredWithin', 'meanDelivery', 'longestDelivery'],
  },
  charts: [
    { kind: 'stack', columns: ['notDelivered', 'delivered', 'sinceClosed'], line: 'meanDelivery' },
    { kind: 'stack', columns: ['categoryEach'] },
    { kind: 'lines', columns: ['openAtEnd'] },
  ],
  specification: [
    'errand',
    'state',
    'category',
    'subject',
    'caller',
    'reportedBy',
    'service',
    'person',
    'deliveredBy',
    'deliveredAt',
    'closedAt',
    'deliverSeconds',
    'closeSeconds',
  ],
})
