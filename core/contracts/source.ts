import type { ActsOfSource, PresenceOfSource } from './act.js'
import type { Collector, DemoPlatformMaker, DemoWriter, Tools } from './collector.js'
import type { Errands } from './errands.js'
import type { EventSchema, ObjectType } from './event.js'
import type { LiveFigures } from './live.js'
import type { ReportType } from './report_type.js'
import type { Declared, Settings } from './settings.js'

/** A telephony platform: what it tells, how it is read, and what reports are made of it. */
export interface SourcePlugin extends Declared<'source'> {
  /** Asked per collection point; `settings` are per customer. */
  pointSettings?: Settings
  objectTypes: Record<string, ObjectType>
  events: readonly EventSchema[]
  reportTypes: readonly ReportType[]
  collector: new (tools: Tools) => Collector
  /** What is known of its objects now. */
  live?: LiveFigures
  demo?: DemoWriter
  demoPlatform?: DemoPlatformMaker
  errands?: Errands
  /** What agents can have done on the platform. */
  acts?: ActsOfSource
  presence?: PresenceOfSource
}
