import { defineReportType } from '#core/contracts/plugin'
import { surveyAnswer } from '../events/survey_answer.js'
import { surveyColumns } from './survey_columns.js'

/** Agents - Survey [Agenter - Undersökning]. */
export const agentSurveys = defineReportType({
  key: 'trio.agentSurveys',
  label: 'Agents - Survey',
  description:
    "Shows what customers answered when they were asked about each agent's contacts, all questions together or one by one.",
  events: { answer: surveyAnswer },
  subject: 'agent',
  breakdown: 'question',
  columns: surveyColumns,
  headline: [
    { column: 'asked' },
    { column: 'answersShare', good: 'up' },
    { column: 'meanScore', good: 'up' },
  ],
  presets: {
    score: ['asked', 'answers', 'answersShare', 'meanScore'],
    scores: ['answers', 'scoreEach', 'meanScore'],
  },
  charts: [
    { kind: 'bars', columns: ['answers'], line: 'meanScore' },
    { kind: 'stack', columns: ['scoreEach'] },
    { kind: 'lines', columns: ['meanScore'] },
  ],
  specification: ['question', 'score', 'service', 'agent'],
})
