import type { VineValidator } from '@vinejs/vine'
import type { Infer, SchemaTypes } from '@vinejs/vine/types'
import type { DeliveryReport, IncomingMessage } from './channel_callback.js'
import type { CustomerTools, ModuleReader } from './module_tools.js'
import type { Question } from './question.js'
import type { Json, Row } from './scalar.js'
import type { Declared } from './settings.js'
import type { SourcePlugin } from './source.js'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever a validator makes of its input
export type Validator = VineValidator<SchemaTypes, any>

/**
 * A whole part of the product that customers are given one by one: its own tables, addresses, pages and
 * jobs, and a source of reports. Pages are declared in ./frontend/pages.ts, tables in ./migrations.
 */
export interface ModulePlugin extends Declared<'module'> {
  /** Name of a Lucide icon. */
  icon: string
  /** What the names of its tables begin with, such as `notes_`. Stable for ever. */
  prefix: string
  /** Every customer of this edition has it, unless an operator took it away. Others are given it one by one. */
  edition?: 'extended'
  /** By name: `read` is the capability `<key>.read`. */
  capabilities: Readonly<Record<string, CapabilityLine>>
  /** Its addresses below `/api/<key>/v1/`: each is a route, and described by the API's documentation. */
  operations: readonly ModuleOperation[]
  /** Addresses below `/m/<key>/` that need no sign-in but a token that the module gave out. */
  public?: readonly PublicOperation[]
  /** Answers to questions that go on, beside its operations. */
  streams?: readonly ModuleStream[]
  publicStreams?: readonly PublicStream[]
  /** Pages of their own below `/m/<key>/`, outside the page and its sign-in: for walls, kiosks and other sites. */
  documents?: readonly ModuleDocument[]
  /** Devices on which nobody signs in, such as wall screens, can be paired: `CustomerTools.devices`. */
  devices?: true
  /** It is about agents: its streams are asked for anew at once where presence or acts of who watches have changed. */
  agents?: true
  /** Objects, events and reports of its own, written with `facts.write` instead of by a collector. */
  source?: Pick<SourcePlugin, 'objectTypes' | 'events' | 'reportTypes'>
  jobs?: readonly ModuleJob[]
  recurring?: readonly ModuleRecurring[]
  hears?: Hears
  /** Name → what was done, as the audit log tells it. */
  audit?: Readonly<Record<string, string>>
  /** Fills the demo customer with believable content, in the name of its administrator. */
  demo?(
    customer: CustomerTools,
    span: { from: Date; until: Date; reader: ModuleReader }
  ): Promise<void>
}

/** What a module is told of as it happens. Each may be told twice. */
export interface Hears {
  /** Replies are told of where the account is the customer’s own: whose else they are cannot be known. */
  channel?(
    customer: CustomerTools,
    heard: {
      channel: string
      reports: readonly DeliveryReport[]
      incoming: readonly IncomingMessage[]
    }
  ): Promise<void>
}

/** Who has a capability. A module can say yes to nobody else: neither to operators nor without sign-in. */
export interface CapabilityLine {
  /** Follows “You may not”: `read notes`. */
  does: string
  administrator: 'yes' | 'no'
  /** `right` where an administrator gives it to people one by one. */
  user: 'yes' | 'no' | 'right'
  customerUser: 'yes' | 'no' | 'right'
  /** A ticket with the grant of the module's key may do what its owner may. */
  ticket?: 'owner'
  /** An operator whom the customer has invited. */
  invitedOperator?: 'yes'
}

export interface ModuleOperation<V extends Validator = Validator> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below the module's address: `notes/:id`. Parameters are read from `call.params`. */
  path: string
  capability: string
  summary: string
  /** What is taken: of the query where the method is get or delete, else of the body. */
  input: V
  /** What the input's fields and the path's parameters are for, as the documentation says it. */
  fields?: Readonly<Record<string, string>>
  /** A body as the documentation shows it; an empty one where left out. */
  example?: Readonly<Record<string, unknown>>
  /** JSON Schema of the answer. */
  answer?: Readonly<Record<string, unknown>>
  /** 200 unless said; 204 answers nothing. */
  status?: 200 | 201 | 202 | 204
  handle(call: ModuleCall<Infer<V>>): Promise<object | void>
}

export interface ModuleCall<I = Record<string, unknown>> {
  input: I
  params: Readonly<Record<string, string>>
  reader: ModuleReader
  /** Language of the answer. */
  locale: string
  customer: CustomerTools
}

/**
 * The customer is the one whose module gave out the token, or approved the device. Wrong and ended tokens
 * answer 404; a device that was never paired, or is no more, 401.
 */
export interface PublicOperation {
  method: 'get' | 'post'
  /** `device`: asked by paired devices, whose credential is a cookie that no script reads. */
  by?: 'device'
  /** Holds `:token`, unless devices ask. */
  path: string
  input: Validator
  handle(call: PublicCall): Promise<object | { redirect: string }>
}

export type PublicCall = Omit<ModuleCall, 'reader'> & {
  /** What the token was given out for. */
  subject: string
  from: PublicVisitor
}

/** Who asks a public address, of whom nothing is known but this. */
export interface PublicVisitor {
  /** Network address. */
  address: string
  /** What the browser calls itself. */
  engine: string
  /** What stands in the header `Authorization` after `Bearer`; empty without it. */
  bearer: string
}

/** What somebody watches now. It is asked for anew each minute, when rights change, and after `refreshStreams`. */
export interface Watching {
  /** Of what is shown, so that who shows an older one fetches it again. */
  revision: string | number
  /** By names of the module's own, under which the answers come. At most 200. */
  questions: Readonly<Record<string, Question>>
  /** Told once whenever it is another than before, such as a wish that a screen says who it is. */
  notice?: Json
}

/**
 * An address below `/api/<key>/v1/` whose answer goes on: answers to questions, each again when it has
 * become another. A `GET` that accepts `text/event-stream` is answered with events, any other with one
 * frame as JSON, which `?after=<id>` limits to what is newer.
 *
 * A frame has `id`, `event` and `data`: `hello` has every answer that is known, `answers` those that are
 * new, `notice` what the module tells, `bye` why it ends. `data` is
 * `{ now, build, revision, answers: { <name>: Answer } }`.
 */
export interface ModuleStream<V extends Validator = Validator> {
  path: string
  capability: string
  summary: string
  /** What is taken of the query. */
  input: V
  fields?: Readonly<Record<string, string>>
  /** Throws `Refused` where there is nothing to watch, or no longer: then the answer ends. */
  handle(call: ModuleCall<Infer<V>>): Promise<Watching>
}

/** The same below `/m/<key>/`, for who has a link or is a paired device. */
export interface PublicStream<V extends Validator = Validator> {
  by?: 'device'
  /** Holds `:token`, unless devices ask. */
  path: string
  input: V
  /** `as` is the id of the person whose rights it is answered with; it ends where they have none. */
  handle(call: PublicCall): Promise<Watching & { as: number }>
}

/**
 * A page with a program of its own. Its path may hold the `:token` of a link: then the policy is asked with
 * what the link was given out for, and who has a wrong or ended one is shown the same page without it. It must
 * run in browsers of televisions: Chrome 79.
 */
export interface ModuleDocument {
  /** Below `/m/<key>/`. */
  path: string
  /** One word at the root of the server that leads here, short enough for a remote control: `tv`. */
  shortcut?: string
  /** Its program is ./frontend/<entry>/main.ts, built into one script and one sheet. It imports Vue, the contracts and the module's own files. */
  entry: string
  /** Title of the window until the program sets another. */
  title: string
  /** What it may load from elsewhere, asked each time it is opened; nothing without it. The customer is known where a paired device opens it. */
  policy?(call: { subject?: string; customer?: CustomerTools }): Promise<DocumentPolicy>
}

/** Hosts such as `https://intranet.example`. */
export interface DocumentPolicy {
  frames?: readonly string[]
  images?: readonly string[]
  media?: readonly string[]
  /** Who may show the document in a frame; nobody without it. */
  ancestors?: readonly string[]
}

/** Work in the background that a person starts and waits for, under its capability. */
export interface ModuleJob {
  name: string
  label: string
  capability: string
  run(
    payload: Record<string, Json>,
    job: {
      signal: AbortSignal
      reader: ModuleReader
      progress(done: number, total?: number): void
    },
    customer: CustomerTools
  ): Promise<Row | void>
}

/** Work that is done again and again, for each customer that has the module. Cron with seconds, in UTC. */
export interface ModuleRecurring {
  name: string
  label: string
  cron: string
  run(customer: CustomerTools): Promise<void>
}

/** Thrown by an operation or a job for what cannot be done: the code begins with `E_`, the sentence names what is allowed. */
export class Refused extends Error {
  constructor(
    readonly status: 403 | 404 | 409 | 422,
    readonly code: string,
    message: string,
    readonly field?: string
  ) {
    super(message)
    this.name = 'Refused'
  }
}

/** Keeps the type that an operation's validator makes of its input. */
export const defineOperation = <V extends Validator>(
  operation: ModuleOperation<V>
): ModuleOperation => operation as unknown as ModuleOperation

/** Keeps the type that a stream's validator makes of its input. */
export const defineStream = <V extends Validator>(stream: ModuleStream<V>): ModuleStream =>
  stream as unknown as ModuleStream
