import type { CollectedEvent } from './collector.js'

/** An errand that one of the customer's own people reports, as it stands now. */
export interface ReportedErrand {
  key: string
  at: Date
  /** Grows by one with every change, so that the latest wins. */
  revision: number
  /** Identifier of the object it concerns. */
  service: string
  category: string | null
  subject: string
  /** Email address of the person it is assigned to. */
  person: string | null
  assignedAt: Date | null
  /** Name of the person who reported it. */
  reportedBy: string
  closedAt: Date | null
}

/** A comment that one of the customer's own people writes on an errand. */
export interface ErrandComment {
  key: string
  at: Date
  errand: string
  service: string
  /** Email address of the person the errand is assigned to. */
  person: string | null
  /** Email address of the person who reported the errand, where somebody did. */
  reporter: string | null
  author: string
  text: string
  internal: boolean
  /** Whether a customer user wrote it. */
  fromCustomer: boolean
}

/**
 * A source whose errands people report and answer in the product. What they write is collected like
 * records of the platform, so that reports, files and feeds have it too.
 */
export interface Errands {
  /** Report type whose specification lists the errands. Its first event is the errand. */
  list: string
  /** Report type whose specification lists the comments, with a field `errand`. */
  comments: string
  /** Object type that an errand concerns. */
  service: string
  reported(errand: ReportedErrand): CollectedEvent[]
  commented(comment: ErrandComment): CollectedEvent[]
}
