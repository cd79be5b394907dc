import type { ObjectKind } from '../object_types.js'

/** The kinds of object that may have a leg of a call, with the results that such a leg may have. */
export const results = {
  user: ['answered', 'unanswered', 'busy', 'redirected', 'failed', 'ongoing'],
  attendantGroup: ['answered', 'unanswered', 'callback', 'forwarded', 'closed', 'ongoing'],
  answerGroup: ['answered', 'unanswered', 'callback', 'forwarded', 'closed', 'ongoing'],
  huntGroup: ['answered', 'unanswered', 'busy', 'forwarded', 'closed', 'failed', 'ongoing'],
  functionNumber: ['forwarded', 'unanswered', 'busy', 'closed', 'failed', 'ongoing'],
  menu: ['forwarded', 'hungUp', 'timeout', 'failed', 'ongoing'],
  externalSystem: ['answered', 'unanswered', 'busy', 'failed', 'ongoing'],
} as const satisfies Partial<Record<ObjectKind, readonly string[]>>

export type LegKind = keyof typeof results

/** Why a group sent a call on (`forwarded`), and where a user's settings did (`redirected`). */
export const reasons = {
  forwarded: ['noAgents', 'overflow', 'timeout', 'night', 'service'],
  redirected: ['number', 'voicemail', 'service'],
} as const

export const recordTypes = ['CallCdr', 'AgentCdr'] as const
export const directions = ['INCOMING', 'OUTGOING'] as const
export const agentStates = ['loggedOn', 'loggedOff', 'paused', 'resumed'] as const
export type AgentChange = (typeof agentStates)[number]
