import type { ChannelPlugin } from './channel.js'
import type { ConnectorPlugin } from './connector.js'
import type { EventSchema, Events } from './event.js'
import type { ExporterPlugin } from './exporter.js'
import type { ModulePlugin } from './module.js'
import type { ReportType } from './report_type.js'
import type { SourcePlugin } from './source.js'
import type { WidgetPlugin } from './widget.js'

export type Plugin =
  SourcePlugin | ConnectorPlugin | ExporterPlugin | ChannelPlugin | WidgetPlugin | ModulePlugin
export type PluginKind = Plugin['kind']

/** Keeps the literal types of a declaration. The loader checks what types cannot say. */
export const definePlugin = <const P extends Plugin>(plugin: P): P => plugin
export const defineEvent = <const F extends string>(event: EventSchema<F>): EventSchema<F> => event
export const defineReportType = <const E extends Events, const C extends string>(
  type: ReportType<E, C>
): ReportType<E, C> => type
