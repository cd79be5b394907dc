import type { Condition } from './column.js'

/** A kind of thing statistics are kept about: a user, a queue, an IVR menu. */
export interface ObjectType {
  label: string
  plural: string
  /** Name of a Lucide icon, such as `user` or `phone-incoming`. */
  icon: string
  identifier: { label: string; pattern: string; example: string }
  /** Each is one person, such as an agent: what is shown to anybody leaves their names out. */
  people?: true
}

/**
 * One field of an event.
 *
 * - `object` holds a measurement object's identifier as the source wrote it (aliases are resolved
 *   when read); where the field may hold several types, `type:identifier`.
 * - `seconds` and `number` are whole (a part of a second is dropped), `decimal` travels as text,
 *   `time` as ISO 8601 with offset.
 * - `personal` is masked by rights.
 *
 * What may have several values (tags, answers) is an event of its own whose key includes the value.
 */
export type Field = { label: string; description?: string; personal?: true } & (
  | { type: 'text' | 'phone' | 'number' | 'decimal' | 'seconds' | 'time' | 'flag' }
  | { type: 'choice'; choices: Readonly<Record<string, string>> }
  | { type: 'object'; objectType: string | readonly string[] }
)

/**
 * What a person is told, by mail or text message as they chose, of an event that is theirs: each once of
 * a key, however often it is collected, and nobody of what is older than two days. Only who is a user of
 * the customer is told, and of what is `internal` no customer user.
 *
 * In `subject` and `text` a field in braces stands for its value: `{errand}`. Personal fields do not.
 */
export interface Notify<F extends string = string> {
  /** An object whose identifier, or a text that, is the email address of the person; each of several. */
  person: F | readonly F[]
  /** The object that it concerns: who subscribes to all and sees that object is told too. */
  subscribers?: F
  /** Since when it is theirs, where not since the event's own moment. */
  since?: F
  /** Who did it, by name or address: nobody is told of what they did themselves. */
  by?: F
  where?: Condition<F>
  subject: string
  text: string
}

/**
 * What one row of a fact table is.
 *
 * `call` names the field that joins the legs of one call. `spans` names the seconds the event lasts,
 * null while it does: each interval it touches has its piece, `sum`, `mean`, `longest` and `distinct`
 * work on pieces, `count` counts where it began. `internal` says which of them are not for customer
 * users: they neither see nor count them, in any report, list or file.
 *
 * `unitedBy` names the fields by which spans that overlap are one, such as agent and state: in each row
 * of a report, and in its total, a second that several of them cover counts once, as the earliest's.
 * `count` and `open` count them once, `mean` and `longest` are of the whole, `first` and `last` leave
 * out what lies wholly within another. Objects are compared by who they are, not by what the source
 * wrote, so a person with two names (aliases) is there once, also before the names were given; spans
 * without the object stand alone. A report type may say otherwise for an event of its own.
 */
export interface EventSchema<F extends string = string> {
  key: string
  label: string
  fields: Record<F, Field>
  call?: NoInfer<F>
  spans?: NoInfer<F>
  unitedBy?: readonly NoInfer<F>[]
  internal?: Condition<NoInfer<F>>
  notify?: Notify<NoInfer<F>>
}

/** The events a report reads, by the name its columns use. Columns read the first unless they say `of`. */
export type Events = Readonly<Record<string, EventSchema>>
export type FieldOf<E extends Events> = { [K in keyof E]: keyof E[K]['fields'] & string }[keyof E]
