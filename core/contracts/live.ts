import type { Condition, Unit } from './column.js'
import type { Row, Scalar } from './scalar.js'

/**
 * What a platform knows of an object now. A `since` is a moment: whoever shows it counts on by
 * themselves. Callers' numbers are no live figures.
 */
export interface LiveFigure {
  label: string
  description: string
  unit: Unit | 'since' | 'state'
  /** The object types that it is of. */
  of: string | readonly string[]
  /** What a `state` may be, and what that is called. */
  states?: Readonly<Record<string, string>>
  /**
   * How it is put together over objects: `add` numbers, the `earliest` moment, or `distinct`, of lists
   * that say who: an agent of two queues counts once. Without it objects have no common value.
   */
  sum?: 'add' | 'earliest' | 'distinct'
  /** How it is worked out of what was collected, where the platform tells nothing: by the first that has something. */
  derived?: readonly LiveDerivation[]
}

/** Open events of a source: spans that last, or those that `where` says are under way. */
export interface LiveDerivation {
  event: string
  /** The field that holds the object. */
  by: string
  where?: Condition
  /** Of these events: their number, when the first began, or who, by a field with objects. */
  is: 'count' | 'since' | { distinct: string } | { value: Scalar }
  /** Older ones are taken as lost, in seconds. */
  within: number
}

export type LiveFigures = Readonly<Record<string, LiveFigure>>

/** The values of an object: of a `distinct` figure the list of who. */
export type LiveRow = Readonly<Record<string, Scalar | readonly string[]>>

/** An object of a collection point. */
export interface ObjectRef {
  objectType: string
  identifier: string
}

/** What has become of some objects. `whole` tells all there is: what is absent is not there any more. */
export interface LiveChange {
  at: Date
  /** Seconds for which it may be shown as now. */
  goodFor: number
  whole?: true
  /** What an object is now; null where nothing is known of it any more. */
  objects: readonly (ObjectRef & { values: LiveRow | null })[]
}

/** Figures that mean the same for all platforms. A source may add its own. */
export const commonFigures = {
  waiting: {
    label: 'Waiting',
    description: 'Calls that wait in the queue now.',
    unit: 'count',
    sum: 'add',
  },
  longestWaitSince: {
    label: 'Longest wait',
    description: 'Since when the call waits that has waited longest.',
    unit: 'since',
    sum: 'earliest',
  },
  agentsLoggedOn: {
    label: 'Logged on',
    description: 'Agents that are logged on to the queue.',
    unit: 'count',
    sum: 'distinct',
  },
  agentsReady: {
    label: 'Ready',
    description: 'Agents that can be called now.',
    unit: 'count',
    sum: 'distinct',
  },
  agentsTalking: {
    label: 'Talking',
    description: 'Agents that talk with a caller of the queue.',
    unit: 'count',
    sum: 'distinct',
  },
  agentsRinging: {
    label: 'Ringing',
    description: 'Agents whose telephone rings.',
    unit: 'count',
    sum: 'distinct',
  },
  agentsWrapUp: {
    label: 'Wrap-up',
    description: 'Agents in wrap-up after a call.',
    unit: 'count',
    sum: 'distinct',
  },
  agentsPaused: {
    label: 'Paused',
    description: 'Agents that are logged on and paused.',
    unit: 'count',
    sum: 'distinct',
  },
  agentsBusy: {
    label: 'Busy otherwise',
    description: 'Agents that are in a call outside the queue.',
    unit: 'count',
    sum: 'distinct',
  },
  state: {
    label: 'State',
    description: 'What the agent does now.',
    unit: 'state',
    states: {
      talking: 'Talking',
      ringing: 'Ringing',
      wrapUp: 'Wrap-up',
      busy: 'Busy otherwise',
      paused: 'Paused',
      ready: 'Ready',
      unreachable: 'Unreachable',
      loggedOn: 'Logged on',
      loggedOff: 'Logged off',
    },
  },
  stateSince: {
    label: 'In the state since',
    description: 'Since when the agent has been in this state.',
    unit: 'since',
  },
  pauseReason: {
    label: 'Pause reason',
    description: 'The reason that the agent gave for the pause.',
    unit: 'text',
  },
  loggedOnSince: {
    label: 'Logged on since',
    description: 'Since when the agent has been logged on.',
    unit: 'since',
  },
} as const satisfies Record<string, Omit<LiveFigure, 'of'>>

/** Common figures of an object type, by what they are derived from where they are. */
export const figuresOf = (
  of: string | readonly string[],
  filled: Partial<Record<keyof typeof commonFigures, readonly LiveDerivation[] | 'told'>>
): Record<string, LiveFigure> =>
  Object.fromEntries(
    Object.entries(filled).map(([key, derived]) => [
      key,
      {
        ...commonFigures[key as keyof typeof commonFigures],
        of,
        ...(derived !== 'told' && { derived }),
      },
    ])
  )

/** A row as it is shown: lists are how many. */
export const shownRow = (row: LiveRow): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? value.length : value,
    ])
  )

/** The object types that a figure is of. */
export const typesOfFigure = ({ of }: LiveFigure): readonly string[] =>
  typeof of === 'string' ? [of] : of
