import { isColumn } from '#core/contracts/answer_columns'
import type { Answer, Question, ReportQuestion, UsualQuestion } from '#core/contracts/question'
import type { Row } from '#core/contracts/scalar'
import { registry } from '#core/plugins/registry'
import { canonical, hashOf } from '#core/questions/hub/question_key'
import { chooseColumns, neededColumns } from '#core/reports/compile/choose_columns'

/** Columns of one query. More than these are asked apart. */
const MOST_COLUMNS = 60

/** One question that answers several, and where each of them was. */
export interface MergedQuestion {
  question: Question
  /** Places in the list that was merged. */
  places: readonly number[]
}

/**
 * Questions that differ in their columns only become one with all of their columns: the same facts are
 * read once. Others stay as they are.
 */
export function mergeQuestions(questions: readonly Question[]): MergedQuestion[] {
  const placed = questions.map((question, place) => ({ question, place }))
  const alike = Map.groupBy(placed, ({ question, place }) => mergeKey(question) ?? `alone ${place}`)
  return [...alike.values()].flatMap((group) => {
    const merged: MergedQuestion[] = []
    let columns: string[] = []
    let places: number[] = []
    const finish = () => {
      if (places.length === 0) return
      const [first] = places
      const question =
        places.length > 1 ? withColumns(questions[first!]!, columns) : questions[first!]!
      merged.push({ question, places })
      columns = []
      places = []
    }
    for (const { question, place } of group) {
      const added = columnsOf(question).filter((key) => !columns.includes(key))
      if (columns.length + added.length > MOST_COLUMNS) finish()
      columns.push(...columnsOf(question).filter((key) => !columns.includes(key)))
      places.push(place)
    }
    finish()
    return merged
  })
}

/** Of the answer to a merged question what one of them asked for. */
export function pickAnswer(answer: Answer, question: Question): Answer {
  if (answer.problem || !isReport(question)) return answer
  if (question.kind === 'report' && question.aspect) return answer
  const asked = columnsOf(question)
  const columns = asked.flatMap((name) => answer.columns.filter((column) => isColumn(column, name)))
  const others = new Set(answer.columns.map(({ key }) => key))
  for (const { key } of columns) others.delete(key)
  if (others.size === 0) return { ...answer, columns }
  const pick = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !others.has(key)))
  return {
    ...answer,
    columns,
    rows: answer.rows.map(pick),
    total: answer.total && pick(answer.total),
    ...(answer.low && { low: answer.low.map(pick) }),
    ...(answer.high && { high: answer.high.map(pick) }),
  }
}

const isReport = (question: Question): question is ReportQuestion | UsualQuestion =>
  question.kind === 'report' || question.kind === 'usual'

const columnsOf = (question: Question): readonly string[] => {
  const { columns } = (question.kind === 'usual' ? question.of : question) as ReportQuestion
  return Array.isArray(columns) ? columns : []
}

const withColumns = (question: Question, columns: readonly string[]): Question =>
  question.kind === 'usual'
    ? { ...question, of: { ...question.of, columns } }
    : { ...(question as ReportQuestion), columns }

/** What questions must have in common; undefined where one is asked alone. */
function mergeKey(question: Question): string | undefined {
  if (!isReport(question)) return undefined
  const report = question.kind === 'usual' ? question.of : question
  if (report.aspect) return undefined
  // What is wrong with it is its own, and is found out when it is asked.
  const events = eventsRead(report)
  if (!events) return undefined
  return hashOf([canonical(withColumns(question, [])), rowsFollowFacts(report) && events])
}

/** Objects have a row where there are facts: read with others' events they would have more rows. */
const rowsFollowFacts = ({ grouping = 'total' }: ReportQuestion) =>
  grouping === 'object' || grouping === 'groupAndObject'

/** Names of the events that the columns are worked out of; undefined where one is unknown. */
function eventsRead({ report, columns }: ReportQuestion): string[] | undefined {
  const type = registry()
    .reportTypes()
    .find((one) => one.type.key === report)?.type
  if (!type || !Array.isArray(columns) || columns.length === 0) return undefined
  try {
    const needed = neededColumns(
      type,
      chooseColumns(type, columns, () => undefined)
    )
    const [first] = Object.keys(type.events)
    return [...new Set([...needed].map((key) => String(type.columns[key]!.of ?? first)))].sort()
  } catch {
    return undefined
  }
}
