import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Json, Row } from '#core/contracts/scalar'
import type { Lane } from '#core/jobs/queue/job_queue'
import { flagColumn, jsonColumn, momentColumn } from '#database/columns'

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** Something that somebody asked for and that takes its time. The row is the truth; a queue only brings it to a worker. */
export default class BackgroundJob extends BaseModel {
  static table = 'background_jobs'
  static selfAssignPrimaryKey = true

  @column({ isPrimary: true })
  declare id: string

  @column()
  declare customerId: number

  @column()
  declare userId: number

  /** The administrator who started it in the user's name. */
  @column()
  declare actorId: number | null

  /** Of its kind: `report.export`. */
  @column()
  declare name: string

  /** As its owner knows it. */
  @column()
  declare title: string

  @column(jsonColumn)
  declare payload: Record<string, Json>

  /** Which slots it waits for. */
  @column()
  declare lane: Lane

  @column()
  declare state: JobState

  @column()
  declare done: number

  /** Null where it is not known how much there is to do. */
  @column()
  declare total: number | null

  /** Why it failed, as the API says what is wrong. */
  @column(jsonColumn)
  declare problem: { code: string; message: string } | null

  /** What came of it besides a file. */
  @column(jsonColumn)
  declare outcome: Row | null

  @column()
  declare filePath: string | null

  @column()
  declare fileName: string | null

  @column()
  declare fileType: string | null

  @column()
  declare fileSize: number | null

  /** Ids of the measurement objects that its file can show; null where they are not known. */
  @column(jsonColumn)
  declare fileObjects: number[] | null

  /** How often it was begun since it was asked for. */
  @column()
  declare attempts: number

  @column(flagColumn)
  declare cancelAsked: boolean

  /** False once it has done what cannot be undone: then a kill does not begin it again. */
  @column(flagColumn)
  declare repeatable: boolean

  /** Who works at it. */
  @column()
  declare worker: string | null

  @column(momentColumn)
  declare createdAt: DateTime

  @column(momentColumn)
  declare queuedAt: DateTime

  @column(momentColumn)
  declare startedAt: DateTime | null

  /** When its worker was last known to be alive. */
  @column(momentColumn)
  declare heartbeatAt: DateTime | null

  @column(momentColumn)
  declare finishedAt: DateTime | null
}
