import type { AgentTools } from './agent_tools.js'
import type { CollectedEvent, CollectedObject } from './collector.js'
import type { ChannelUse } from './module_channel.js'
import type { Answer, Question } from './question.js'
import type { ModuleReader } from './module_reader.js'
import type { DescribedLive, DescribedReport } from './described_report.js'
import type { ReportDocument } from './report_document.js'
import type { Json, Row } from './scalar.js'
import type { WidgetPlugin } from './widget.js'

export type { ModuleReader } from './module_reader.js'

export interface ModuleTools {
  customer(id: number): CustomerTools
}

/** All that a module can do for one customer. Nothing of it reaches another customer. */
export interface CustomerTools {
  readonly id: number
  about(): Promise<{ slug: string; name: string; zone: string; language: string }>
  now(): Date
  log(text: string): void
  /** The module's settings for the customer, with defaults and opened secrets. */
  settings(): Promise<Readonly<Record<string, Json>>>
  /** One of the module's tables, by its name without the prefix. */
  rows(table: string): Rows
  /** All or nothing; the work may run twice, so it does nothing but use these tables. */
  transaction<T>(work: (rows: (table: string) => Rows) => Promise<T>): Promise<T>
  facts: {
    /** Writes events of the module's source, durable when it resolves. Throws for an event that breaks its schema; then nothing is written. */
    write(events: readonly CollectedEvent[], objects?: readonly CollectedObject[]): Promise<void>
  }
  /** What the customer's people are called, all of them where no ids are given; ids of others have no line. */
  people(ids?: readonly number[]): Promise<readonly { id: number; name: string }[]>
  /** The widgets that the customer has, in the order of menus, with their words in the language. */
  widgets(locale?: string): Promise<readonly WidgetPlugin[]>
  /** The report types that the customer has. */
  reportTypes(reader: ModuleReader, locale: string): Promise<readonly DescribedReport[]>
  /** What the customer's sources tell of how it is now, a line for each type of object. */
  live(locale: string): Promise<readonly DescribedLive[]>
  /** The objects that the reader sees, of every source that the customer has; the ones asked for where ids are given. */
  objects(reader: ModuleReader, ids?: readonly number[]): Promise<readonly SeenObject[]>
  /** Any report, with the reader's rights: a request as `POST /api/report/v1/generate` takes it. */
  report(
    request: Readonly<Record<string, Json>>,
    reader: ModuleReader,
    locale?: string
  ): Promise<ReportDocument>
  /** Answers in the order of the questions, with the reader's rights. One that is refused is an answer with a problem, and fails no other. */
  ask(questions: readonly Question[], reader: ModuleReader): Promise<readonly Answer[]>
  /** Has what is shown by the module's open streams asked for anew at once, after a change of what they show. */
  refreshStreams(): void
  /** Starts one of the module's jobs in the reader's name; answers its id. */
  job(name: string, payload: Record<string, Json>, by: ModuleReader, title: string): Promise<string>
  audit(entry: {
    action: string
    by: ModuleReader | null
    subject?: string
    details?: Record<string, Json>
  }): Promise<void>
  /** A channel by which messages go to anybody; null where neither the customer nor the installation has an account. */
  channel(key: string): Promise<ChannelUse | null>
  /** Emails one of the customer's users. Throws where the person is none of them, or the mail cannot be sent. */
  tell(userId: number, words: { subject: string; text: string }): Promise<void>
  /** The address of one of the module's public operations with a token of its own, told here alone; `until` ends it. */
  link(path: string, subject: string, until?: Date): Promise<string>
  /** Ends every link that was given out for the subject, and every device that was approved for it. */
  endLinks(subject: string): Promise<void>
  /** One of the customer's people with the rights that they have now, for what they have published; null where they have left or are locked. Operators are none of them. */
  readerOf(userId: number): Promise<ModuleReader | null>
  /** Counts one more of what may be done only so often, in all processes together; answers whether it may. */
  takeTurn(what: string, limit: { most: number; minutes: number }): Promise<boolean>
  /** Takes one off again: what went well does not count. */
  giveBackTurn(what: string, limit: { most: number; minutes: number }): Promise<void>
  /** Who of the customer's people is which agent, how they stand in the queues, and what is done for them there. */
  agents: AgentTools
  devices: {
    /** What waits with the code that somebody reads off it; undefined where nothing does. Wrong codes are counted. */
    look(code: string, by: ModuleReader): Promise<SeenDevice | undefined>
    /** Gives the device the subject whose operations it asks from now on, where the number is the one that it shows; a wrong one ends its code. */
    approve(wish: { code: string; number: number; subject: string }): Promise<boolean>
  }
}

/** A device that shows a code. One of the numbers stands on it too. */
export interface SeenDevice {
  /** What its browser calls itself. */
  engine: string
  address: string
  resolution: string
  numbers: readonly number[]
}

export interface SeenObject {
  id: number
  source: string
  objectType: string
  /** What requests and answers call it. */
  key: string
  name: string
}

export type Value = string | number | boolean | Date | null
/** Column → value, any of several, or a range: `from` inclusive, `before` exclusive. */
export type Where = Readonly<Record<string, Value | readonly Value[] | Range>>
export interface Range {
  from?: Value
  before?: Value
}
/** As both databases hand it out: flags are 0 and 1, moments texts that `momentDate` reads. */
export type TableRow = Row

/** A table of the module's: every question and every change is about the customer's own rows. */
export interface Rows {
  /** `order` is columns, `-at` the other way; at most 10 000 rows. */
  list(wish: {
    where?: Where
    order?: readonly string[]
    limit: number
    offset?: number
  }): Promise<TableRow[]>
  /** Any number of rows, by id, some at a time. */
  each(where?: Where): AsyncIterable<TableRow>
  first(where: Where): Promise<TableRow | null>
  count(where?: Where): Promise<number>
  /**
   * Takes rows for who asks: of several processes that ask at once, no two get the same row. `change` must
   * make a row be no longer among `where`; `mark` is a column of texts that says whose a row is. Answers the
   * rows as they are then.
   */
  claim(
    wish: { where: Where; order?: readonly string[]; limit: number; mark: string },
    change: Readonly<Record<string, Value>>
  ): Promise<TableRow[]>
  /** Answers the new row's id. */
  insert(row: Readonly<Record<string, Value>>): Promise<number>
  insertMany(rows: readonly Readonly<Record<string, Value>>[]): Promise<void>
  /** Answers how many rows were changed. */
  update(where: Where, change: Readonly<Record<string, Value>>): Promise<number>
  delete(where: Where): Promise<number>
}
