import 'reflect-metadata'
import { container, type DependencyContainer } from 'tsyringe'
import type { ModulePlugin } from '#core/contracts/module'
import type { Plugin, PluginKind } from '#core/contracts/plugin'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { unknownChannel, unknownExporter, unknownReport, unknownSource } from '#core/plugins/errors'
import { ownSource } from '#core/plugins/own_source'
import { keepTranslations, translationsOf } from '#core/plugins/translate'

type Of<K extends PluginKind> = Extract<Plugin, { kind: K }>

/** The folder of a plugin, and what is wrong with it in sentences. */
export interface PluginProblems {
  folder: string
  problems: readonly string[]
}

/** A report type and the source it belongs to. */
export interface SourceReport {
  source: SourcePlugin
  type: ReportType
}

/**
 * The plugins that were loaded, in the order of `config/plugins.ts`. The container behind it is known
 * to this file only.
 */
export class Registry {
  readonly #container: DependencyContainer = container.createChildContainer()
  readonly #broken: PluginProblems[] = []
  readonly #untranslated: PluginProblems[] = []
  readonly #reports = new Map<string, SourceReport>()

  readonly #folders = new Map<Plugin, string>()
  readonly #absent: string[] = []
  /** Keys of sources that are modules' own. */
  readonly #ofModules = new Set<string>()

  /** Takes up a plugin whose declaration has been checked, and where it was found. */
  add(plugin: Plugin, folder: string): void {
    this.#folders.set(plugin, folder)
    this.#container.register<Plugin>(this.#token(plugin.kind), { useValue: plugin })
    if (plugin.kind === 'module') this.#addOwnSource(plugin)
    if (plugin.kind !== 'source') return
    for (const type of plugin.reportTypes) this.#reports.set(type.key, { source: plugin, type })
  }

  #addOwnSource(module: ModulePlugin) {
    const source = ownSource(module)
    if (!source) return
    this.#ofModules.add(source.key)
    keepTranslations(source, translationsOf(module))
    this.add(source, this.#folders.get(module)!)
  }

  /** Notes that a folder's plugin was left out, and why. */
  leaveOut(broken: PluginProblems): void {
    this.#broken.push(broken)
  }

  /** Notes that some words of a folder's plugin are told in English in every language, and why. */
  noteWords(problems: PluginProblems): void {
    this.#untranslated.push(problems)
  }

  /** Notes that a module that is listed has no folder here. */
  noteAbsent(folder: string): void {
    this.#absent.push(folder)
  }

  /** Platforms, and the modules' own sources. */
  sources = () => this.#all('source')
  /** The sources that records are collected from: those of modules have no collector. */
  platforms = () => this.sources().filter(({ key }) => !this.isOfModule(key))
  /** Whether the source of this key is a module's own. */
  isOfModule = (source: string) => this.#ofModules.has(source)
  exporters = () => this.#all('exporter')
  connectors = () => this.#all('connector')
  channels = () => this.#all('channel')
  widgets = () => this.#all('widget')
  modules = () => this.#all('module')
  /** Every plugin once: a module's own source is part of the module. */
  all = (): Plugin[] => [
    ...this.platforms(),
    ...this.exporters(),
    ...this.connectors(),
    ...this.channels(),
    ...this.widgets(),
    ...this.modules(),
  ]
  /** Absolute path of the folder that a plugin was opened from. */
  folderOf = (plugin: Plugin): string | undefined => this.#folders.get(plugin)
  /** Plugins that were left out. */
  broken = (): readonly PluginProblems[] => this.#broken
  /** Listed folders of modules that are not there. */
  absent = (): readonly string[] => this.#absent
  /** Plugins that work, with what is wrong with their translations. */
  untranslated = (): readonly PluginProblems[] => this.#untranslated
  reportTypes = (): SourceReport[] => [...this.#reports.values()]

  /** @throws E_UNKNOWN_SOURCE, naming the sources there are. */
  source(key: string): SourcePlugin {
    const sources = this.sources()
    const found = sources.find((source) => source.key === key)
    if (!found) throw unknownSource(key, keysOf(sources))
    return found
  }

  /** @throws E_UNKNOWN_REPORT, naming the report types there are. */
  reportType(key: string): SourceReport {
    const found = this.#reports.get(key)
    if (!found) throw unknownReport(key, [...this.#reports.keys()])
    return found
  }

  /** @throws E_UNKNOWN_EXPORTER, naming the exporters there are. */
  exporter(key: string): Of<'exporter'> {
    const exporters = this.exporters()
    const found = exporters.find((exporter) => exporter.key === key)
    if (!found) throw unknownExporter(key, keysOf(exporters))
    return found
  }

  /** @throws E_UNKNOWN_CHANNEL, naming the channels there are. */
  channel(key: string): Of<'channel'> {
    const channels = this.channels()
    const found = channels.find((channel) => channel.key === key)
    if (!found) throw unknownChannel(key, keysOf(channels))
    return found
  }

  #all<K extends PluginKind>(kind: K): Of<K>[] {
    const token = this.#token(kind)
    // The container throws where nothing is registered under a token.
    return this.#container.isRegistered(token) ? this.#container.resolveAll<Of<K>>(token) : []
  }

  #token = (kind: PluginKind) => `plugins.${kind}`
}

const keysOf = (plugins: readonly Plugin[]) => plugins.map((plugin) => plugin.key)

let current = new Registry()

/** The plugins of this process. The plugins provider fills it at boot, also for commands and tests. */
export const registry = (): Registry => current

/** Puts another registry in force and answers the one before, so that a test can put it back. */
export function useRegistry(next: Registry): Registry {
  const before = current
  current = next
  return before
}
