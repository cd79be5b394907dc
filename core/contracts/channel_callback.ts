/** What a platform asks at the address that it was given. Values that are repeated are joined by commas. */
export interface CallbackRequest {
  method: string
  query: Readonly<Record<string, string>>
  /** Fields of a form or of a JSON object. */
  body: Readonly<Record<string, unknown>>
}

/** How far a message has come, as platforms tell it: only the first is not the last. */
export type ReportedState =
  'sent' | 'delivered' | 'undelivered' | 'expired' | 'rejected' | 'unknown'

export interface DeliveryReport {
  reference: string
  /** The id that core gave the message, where the platform tells it back. */
  message?: string
  state: ReportedState
  at?: Date
  /** The platform's own word. */
  code?: string
  operator?: string
}

/** A message that a person sent. */
export interface IncomingMessage {
  reference: string
  from: string
  to: string
  text: string
  at?: Date
}

export interface Called {
  reports: readonly DeliveryReport[]
  incoming: readonly IncomingMessage[]
  answer: { status: number; body: string }
}
