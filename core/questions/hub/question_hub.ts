import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Question } from '#core/contracts/question'
import { type FactsChange, followFacts } from '#core/facts/facts_changed'
import { liveStore } from '#core/live/live_store'
import type { Reader } from '#core/permissions/reader'
import { answerOf } from '#core/questions/answer_of'
import { type Asker, askerOf } from '#core/questions/asker'
import { tooManyQuestions } from '#core/questions/errors'
import { refusal } from '#core/questions/refusal'
import {
  type AnswerSheet,
  followsFacts,
  newSheet,
  type Told,
} from '#core/questions/hub/answer_sheet'
import { mergeQuestions, pickAnswer } from '#core/questions/hub/merge_questions'
import { oldAt } from '#core/questions/hub/old_at'
import { questionKey } from '#core/questions/hub/question_key'
import { rightsOf } from '#core/questions/rights_of'
import { versionsOf } from '#core/versions/version_of'

/** Most questions of one board, and of all boards of a customer at a time. */
const MOST_OF_BOARD = 200
const MOST_OF_CUSTOMER = 4000
/** An answer that is watched is worked out again no sooner than this after the last time, and than so many times its cost. */
const SOONEST = { reports: 2000, live: 250 }
const COSTS_APART = 20
/** After work for boards the engine is left alone for so many times as long: a quarter of one core. */
const RESTS = 3
const LOOKED_AT_EVERY_MS = 1000
const VERSIONS_EVERY_MS = 2000
/** Facts often come in several writes. */
const GATHERED_MS = 50
const FORGOTTEN_AFTER_MS = 60_000

/** What somebody watches, by names of their own. */
export interface Watched {
  /** The sheets, which are kept up to date until `close`. */
  readonly sheets: ReadonlyMap<string, AnswerSheet>
  close(): void
}

export interface HubTools {
  now(): Date
  /** How one question is answered. */
  answer(question: Question, asker: Asker, options: { watched: boolean }): Promise<Answer>
  /** How soon what is watched may be worked out again, in milliseconds; two seconds where left out. */
  soonest?: number
}

const ours: HubTools = { now: () => new Date(), answer: answerOf }

/**
 * Answers each question once for all who ask the same with the same rights, and keeps it up to date while
 * somebody watches: after facts were written, the customer was changed, or a day has begun. Boards have a
 * bounded share of the engine, and give way to people who ask by hand.
 */
export class QuestionHub {
  readonly #sheets = new Map<string, AnswerSheet>()
  /** How many questions have been put to reports and the rest, after merging. */
  asked = 0
  #sequence = 0
  #timer: NodeJS.Timeout | undefined
  /** What is so now does not wait for reports. */
  readonly #turns = { live: newTurn(), reports: newTurn() }
  #isClosed = false
  #versionsAt = 0
  readonly #unfollow: (() => void)[]

  constructor(private readonly tools: HubTools = ours) {
    this.#unfollow = [
      followFacts((change) => this.#noteFacts(change)),
      liveStore.follow((change) => this.#noteLive(change)),
    ]
  }

  /** Answers in the order of the questions; what is known and still holds is answered at once. */
  async ask(questions: readonly Question[], reader: Reader): Promise<Answer[]> {
    const asker = await askerOf(reader, this.tools.now())
    if (questions.length > MOST_OF_BOARD) {
      return questions.map(() => refusal(tooManyQuestions(MOST_OF_BOARD), this.tools.now()))
    }
    const sheets = questions.map((question) => this.#sheet(question, reader))
    await this.#bringUpToDate(sheets, asker.version)
    return sheets.map(({ answer }) => answer!)
  }

  /**
   * Keeps answers up to date, and tells the key of each that has become another. Answers that are not
   * known yet are worked out at once.
   */
  watch(questions: Readonly<Record<string, Question>>, reader: Reader, told: Told): Watched {
    const named = Object.entries(questions)
    if (named.length > MOST_OF_BOARD) throw tooManyQuestions(MOST_OF_BOARD)
    const sheets = new Map(named.map(([name, question]) => [name, this.#sheet(question, reader)]))
    for (const sheet of new Set(sheets.values())) {
      // Nobody kept it up to date, so it is not shown until it is.
      if (sheet.watchers.size === 0 && (sheet.isOld || sheet.oldAt <= this.#now())) forget(sheet)
      sheet.watchers.add(told)
    }
    void this.#answerFirst([...new Set(sheets.values())].filter(({ answer }) => !answer))
    const close = () => {
      for (const sheet of sheets.values()) {
        sheet.watchers.delete(told)
        sheet.wantedAt = this.#now()
      }
    }
    return { sheets, close }
  }

  /** Forgets everything. Nobody is told any more. */
  close(): void {
    this.#isClosed = true
    for (const unfollow of this.#unfollow) unfollow()
    clearInterval(this.#timer)
    clearTimeout(this.#turns.live.soon)
    clearTimeout(this.#turns.reports.soon)
    this.#timer = undefined
    this.#sheets.clear()
  }

  /** How many questions are kept, and how many of them are watched. */
  size(): { kept: number; watched: number } {
    const watched = [...this.#sheets.values()].filter(({ watchers }) => watchers.size > 0)
    return { kept: this.#sheets.size, watched: watched.length }
  }

  #now = () => this.tools.now().getTime()

  #sheet(question: Question, reader: Reader): AnswerSheet {
    const key = questionKey(question, reader)
    const known = this.#sheets.get(key)
    if (known) {
      known.wantedAt = this.#now()
      known.reader = reader
      return known
    }
    this.#makeRoom(reader.customerId)
    const sheet = newSheet(key, question, reader, this.#now())
    this.#sheets.set(key, sheet)
    this.#timer ??= setInterval(() => void this.#look(), LOOKED_AT_EVERY_MS).unref()
    return sheet
  }

  /** What was wanted longest ago of the customer goes, unless it is watched. */
  #makeRoom(customerId: number) {
    const own = [...this.#sheets.values()].filter(({ reader }) => reader.customerId === customerId)
    if (own.length < MOST_OF_CUSTOMER) return
    const idle = own.filter(({ watchers }) => watchers.size === 0)
    const [oldest] = idle.sort((a, b) => a.wantedAt - b.wantedAt)
    if (!oldest) throw tooManyQuestions(MOST_OF_CUSTOMER)
    this.#sheets.delete(oldest.key)
  }

  async #bringUpToDate(sheets: readonly AnswerSheet[], version: string | undefined) {
    // What is under way has been begun before, perhaps on what is old by now.
    await Promise.all(sheets.map(({ running }) => running))
    const now = this.#now()
    for (const sheet of sheets) {
      if (sheet.version !== version || version === undefined || sheet.oldAt <= now) {
        sheet.isOld = true
      }
    }
    const old = [...new Set(sheets)].filter(({ isOld, running }) => isOld && !running)
    await Promise.all([this.#work(old, false), ...sheets.map(({ running }) => running)])
  }

  /** Somebody who has just opened a board waits for these. */
  async #answerFirst(sheets: readonly AnswerSheet[]) {
    const waiting = sheets.filter(({ running }) => !running)
    if (waiting.length > 0) await this.#work(waiting, false)
  }

  #noteFacts(change: FactsChange) {
    this.#note((sheet) => followsFacts(sheet, change))
  }

  #noteLive(change: { customerId: number; source: string }) {
    this.#note(
      ({ question, reader, source }) =>
        question.kind === 'live' &&
        reader.customerId === change.customerId &&
        source === change.source
    )
  }

  #note(isOfThese: (sheet: AnswerSheet) => boolean) {
    for (const sheet of this.#sheets.values()) {
      if (!isOfThese(sheet)) continue
      sheet.isOld = true
      if (sheet.watchers.size > 0) this.#lookSoon(turnOf(sheet), GATHERED_MS)
    }
  }

  #lookSoon(kind: Kind, after: number) {
    const turn = this.#turns[kind]
    turn.soon ??= setTimeout(() => {
      turn.soon = undefined
      void this.#refresh(kind)
    }, after).unref()
  }

  /** What is old by the clock, or as the customer has been changed; and what nobody wants any more. */
  async #look() {
    const now = this.#now()
    for (const sheet of this.#sheets.values()) {
      if (sheet.oldAt <= now) sheet.isOld = true
      const idle = sheet.watchers.size === 0 && !sheet.running
      if (idle && sheet.wantedAt < now - FORGOTTEN_AFTER_MS) this.#sheets.delete(sheet.key)
    }
    if (this.#sheets.size === 0) {
      clearInterval(this.#timer)
      this.#timer = undefined
      return
    }
    if (this.#versionsAt <= now - VERSIONS_EVERY_MS) {
      this.#versionsAt = now
      await this.#noteVersions().catch(() => undefined)
    }
    await Promise.all([this.#refresh('live'), this.#refresh('reports')])
  }

  async #noteVersions() {
    const watched = [...this.#sheets.values()].filter(({ watchers }) => watchers.size > 0)
    const versions = await versionsOf(new Set(watched.map(({ reader }) => reader.customerId)))
    for (const sheet of watched) {
      const isSame = sheet.version === versions.get(sheet.reader.customerId)
      if (sheet.answer && !sheet.running && !isSame) sheet.isOld = true
    }
  }

  /** Works out what is watched and old, one query after another, with rests between them. */
  async #refresh(kind: Kind) {
    const turn = this.#turns[kind]
    if (turn.isTaken) return
    turn.isTaken = true
    try {
      for (let due = this.#due(kind); due.length > 0; due = this.#due(kind)) {
        await this.#work(due, true)
      }
    } finally {
      turn.isTaken = false
    }
  }

  /** The sheets of one customer that have waited longest, and may be asked again. */
  #due(kind: Kind): AnswerSheet[] {
    const now = this.#now()
    const due: AnswerSheet[] = []
    let next = Infinity
    for (const sheet of this.#sheets.values()) {
      const { watchers, isOld, running, answeredAt, cost } = sheet
      if (watchers.size === 0 || !isOld || running || turnOf(sheet) !== kind) continue
      const from = answeredAt + Math.max(this.tools.soonest ?? SOONEST[kind], COSTS_APART * cost)
      if (from <= now) due.push(sheet)
      else next = Math.min(next, from)
    }
    if (due.length === 0 && next < Infinity) this.#lookSoon(kind, next - now)
    const [first] = due.sort((a, b) => a.answeredAt - b.answeredAt)
    return due.filter(({ reader }) => reader.customerId === first!.reader.customerId)
  }

  /** Answers sheets of one customer; those of the same rights share what they can. */
  async #work(sheets: readonly AnswerSheet[], watched: boolean) {
    const groups = Map.groupBy(sheets, ({ reader }) => rightsOf(reader))
    for (const group of groups.values()) {
      const done = this.#answerGroup(group, watched)
      for (const sheet of group) {
        sheet.running = done.finally(() => delete sheet.running)
      }
      if (watched) await done
    }
    await Promise.all(sheets.map(({ running }) => running))
  }

  async #answerGroup(sheets: readonly AnswerSheet[], watched: boolean) {
    for (const sheet of sheets) sheet.isOld = false
    const at = this.tools.now()
    const asker = await askerOf(sheets[0]!.reader, at).catch((error: unknown) => {
      for (const sheet of sheets) this.#keep(sheet, refusal(error, at), 0, undefined)
    })
    if (!asker) return
    const merged = mergeQuestions(sheets.map(({ question }) => question))
    const answerOne = async ({ question, places }: (typeof merged)[number]) => {
      const of = places.map((place) => sheets[place]!)
      const began = performance.now()
      const answer = await this.#answerMerged(question, of, asker, watched)
      const cost = performance.now() - began
      for (const [index, sheet] of of.entries()) this.#keep(sheet, answer[index]!, cost, asker)
    }
    if (!watched) return void (await Promise.all(merged.map(answerOne)))
    for (const one of merged) {
      if (this.#isClosed) return
      const began = performance.now()
      await answerOne(one)
      await pause(RESTS * (performance.now() - began), undefined, { ref: false })
    }
  }

  /** One that is refused must not take the others along. */
  async #answerMerged(
    question: Question,
    sheets: readonly AnswerSheet[],
    asker: Asker,
    watched: boolean
  ): Promise<Answer[]> {
    try {
      this.asked += 1
      const answer = await this.tools.answer(question, asker, { watched })
      return sheets.map((sheet) => pickAnswer(answer, sheet.question))
    } catch (error) {
      const at = this.tools.now()
      if (sheets.length === 1) return [refusal(error, at)]
      return Promise.all(
        sheets.map((sheet) => {
          this.asked += 1
          return this.tools
            .answer(sheet.question, asker, { watched })
            .catch((problem: unknown) => refusal(problem, at))
        })
      )
    }
  }

  #keep(sheet: AnswerSheet, answer: Answer, cost: number, asker: Asker | undefined) {
    const text = JSON.stringify(answer)
    sheet.answeredAt = this.#now()
    sheet.cost = cost
    sheet.version = asker?.version
    sheet.oldAt = asker ? oldAt(sheet.question, answer, asker.now) : this.#now()
    if (text === sheet.text) return
    sheet.answer = answer
    sheet.text = text
    sheet.changedAt = this.#sequence += 1
    for (const told of sheet.watchers) told(sheet.key)
  }
}

function forget(sheet: AnswerSheet): void {
  delete sheet.answer
  delete sheet.text
}

type Kind = 'live' | 'reports'

interface Turn {
  isTaken: boolean
  soon: NodeJS.Timeout | undefined
}

const newTurn = (): Turn => ({ isTaken: false, soon: undefined })

const turnOf = ({ question }: AnswerSheet): Kind => (question.kind === 'live' ? 'live' : 'reports')
