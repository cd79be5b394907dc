import { RequestError } from '#core/http/request_error'

/** Names `known` in a sentence; a long list ends in how many more there are. */
const listed = (known: readonly string[], most = 20) =>
  known.length > most
    ? `${known.slice(0, most).join(', ')} and ${known.length - most} more`
    : known.join(', ') || 'none'

/** The customer has no report type of this name: there is none, or its source is not theirs. */
export const unknownReport = (key: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_REPORT',
    message: `There is no report "${key}". There are: ${listed(known)}.`,
    field: 'report',
    allowed: known,
  })

/** The object is not there, or not the reader's to see: the two cannot be told apart. */
export const unknownObject = (spelled: string, at: number) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_OBJECT',
    message: `There is no object "${spelled}" among those you may see.`,
    field: `objects.${at}`,
  })

/** No group of the reader's objects is called so. */
export const unknownGroup = (name: string, known: readonly string[], at: number) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_GROUP',
    message: `There is no group "${name}" of these objects. There are: ${listed(known)}.`,
    field: `groups.${at}`,
    allowed: known,
  })

/** A report of nothing. */
export const noObjects = () =>
  new RequestError({
    status: 422,
    code: 'E_NO_OBJECTS',
    message: 'Choose at least one object or group, or "all".',
    field: 'objects',
  })

/** None of the objects that a report is about is the reader's to see any more. */
export const nothingSeen = () =>
  new RequestError({
    status: 403,
    code: 'E_NOTHING_SEEN',
    message: 'No access to any of the objects that the report is about.',
    field: 'objects',
  })

/** A report that shows nothing. */
export const noColumns = (known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_NO_COLUMNS',
    message: `Choose at least one column, or "all". There are: ${listed(known, 60)}.`,
    field: 'columns',
    allowed: known,
  })

/** The report has no column of this name, repeated or not. */
export const unknownColumn = (key: string, known: readonly string[], at: number) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_COLUMN',
    message: `There is no column "${key}". There are: ${listed(known, 60)}.`,
    field: `columns.${at}`,
    allowed: known,
  })

/** One figure is asked about, and the column stands for several or none. */
export const unknownFigure = (key: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_FIGURE',
    message: `"${key}" is not one column of this report. It stands for: ${listed(known)}.`,
    field: 'behind.column',
    allowed: known,
  })

/** The column's figures are made of something else than single calls. */
export const noCallsBehind = (key: string) =>
  new RequestError({
    status: 422,
    code: 'E_NO_CALLS_BEHIND',
    message: `The figures of "${key}" are not made of single calls. Columns with \`calls\` are.`,
    field: 'behind.column',
  })

/** No row of the report is called so. */
export const unknownRow = (key: string, value: string | null) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_ROW',
    message: `No row of this report has the ${key} ${value === null ? 'null' : `"${value}"`}. Name it as the report's rows do.`,
    field: `behind.row.${key}`,
  })

/** The report asks for no parameter of this name. */
export const unknownParameter = (name: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_PARAMETER',
    message: `The report has no parameter "${name}". There are: ${listed(known)}.`,
    field: `parameters.${name}`,
    allowed: known,
  })

/** A list of seconds that is none. */
export const invalidParameter = (name: string) =>
  new RequestError({
    status: 422,
    code: 'E_INVALID_PARAMETER',
    message: `"${name}" must be at most ten whole numbers of seconds, each above zero, such as 20, 40.`,
    field: `parameters.${name}`,
  })

/** A period that holds no time, or is not written as dates and times are. */
export const invalidPeriod = (field: string, message: string) =>
  new RequestError({ status: 422, code: 'E_INVALID_PERIOD', message, field: `period.${field}` })

/** The calls of two reports are no comparison. */
export const comparedWithoutCalls = () =>
  new RequestError({
    status: 422,
    code: 'E_COMPARED_WITHOUT_CALLS',
    message:
      'A comparison is exported without its calls. Leave out the specification, or export each report by itself.',
    field: 'comparedWith',
  })

/** The reader may not open call specifications. */
export const noSpecification = () =>
  new RequestError({
    status: 403,
    code: 'E_NO_SPECIFICATION',
    message: 'You may not open call specifications.',
  })

/** A filter on a field that the specification does not show. */
export const unknownFilter = (field: string, known: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_UNKNOWN_FILTER',
    message: `The specification has no field "${field}". There are: ${listed(known)}.`,
    field: `filters.${field}`,
    allowed: known,
  })

/** A filter that does not fit its field. */
export const invalidFilter = (field: string, message: string, allowed?: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_INVALID_FILTER',
    message,
    field: `filters.${field}`,
    allowed,
  })

/** Filtering on what is masked would tell what it hides. */
export const personalFilter = (field: string) =>
  new RequestError({
    status: 403,
    code: 'E_PERSONAL_FIELD',
    message: `You may not see "${field}" unmasked, so you cannot filter on it.`,
    field: `filters.${field}`,
  })

/** A cursor that this query never handed out. */
export const invalidCursor = () =>
  new RequestError({
    status: 422,
    code: 'E_INVALID_CURSOR',
    message: 'The cursor is not one that this specification handed out.',
    field: 'cursor',
  })

/** An order that calls cannot be put in. */
export const invalidOrder = (name: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_INVALID_ORDER',
    message: `Calls cannot be sorted by "${name}". There are: ${allowed.join(', ')}.`,
    field: 'order',
    allowed,
  })

/** The call is not there, or not one that the reader may see: the two cannot be told apart. */
export const unknownCall = () =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_CALL',
    message: 'There is no such call among those you may see.',
    field: 'call',
  })

/** What joins the legs of a call is not known of these calls. */
export const noJourney = (report: string) =>
  new RequestError({
    status: 422,
    code: 'E_NO_JOURNEY',
    message: `The calls of "${report}" do not say which legs belong together.`,
    field: 'report',
  })

/** The values behind a column cannot be told one by one. */
export const noDistribution = (key: string) =>
  new RequestError({
    status: 422,
    code: 'E_NO_DISTRIBUTION',
    message: `"${key}" is not made of single durations. A mean, a percentile or the longest of durations is.`,
    field: 'column',
  })

/** The report type does not say who was missed. */
export const noFollowUp = (report: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_NO_FOLLOW_UP',
    message: `"${report}" does not say who was missed and not reached later. These do: ${listed(allowed)}.`,
    field: 'report',
    allowed,
  })

/** More rows than are answered at once. */
export const answerTooLarge = (most: number) =>
  new RequestError({
    status: 422,
    code: 'E_ANSWER_TOO_LARGE',
    message: `The report has more than ${most} rows with these columns, which is more than is answered at once. Ask for fewer objects, columns or days, or have it made as a file in the background: POST /api/jobs/v1/exports.`,
    field: 'objects',
  })

/** A report that takes its time, where only a light one was asked for. */
export const heavyReport = (cells: number, most: number) =>
  new RequestError({
    status: 422,
    code: 'E_HEAVY_REPORT',
    message: `The report has up to ${cells} values, and light is for at most ${most}. Ask for it without light.`,
    field: 'light',
  })

/** A page that is too long or no page at all. */
export const invalidLimit = (most: number) =>
  new RequestError({
    status: 422,
    code: 'E_INVALID_LIMIT',
    message: `The limit must be a whole number from 1 to ${most}.`,
    field: 'limit',
  })

/** A feed has no table of this name. */
export const unknownTable = (name: string, known: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_TABLE',
    message: `There is no table "${name}" here. There are: ${listed(known)}.`,
    field: 'table',
    allowed: known,
  })

/** A table of a feed has no column of this name. */
export const unknownFeedColumn = (key: string, known: readonly string[]) =>
  new RequestError({
    status: 400,
    code: 'E_UNKNOWN_COLUMN',
    message: `There is no column "${key}" in this table. There are: ${listed(known, 60)}.`,
    field: key,
    allowed: known,
  })

/** A condition that does not fit the column it is about, or a page that cannot be. */
export const invalidNarrowing = (field: string, message: string) =>
  new RequestError({ status: 400, code: 'E_INVALID_NARROWING', message, field })

/** A column that the owner sees masked: what cannot be seen cannot be guessed either. */
export const personalNarrowing = (field: string) =>
  new RequestError({
    status: 403,
    code: 'E_PERSONAL_FIELD',
    message: `"${field}" is masked here, so it can be neither filtered nor sorted by.`,
    field,
  })

/** The format is not made for a report of that size; `others` are. */
export const tooLarge = (
  format: string,
  what: 'rows' | 'columns',
  { most, found }: { most: number; found: number },
  others: readonly { key: string; label: string }[]
) =>
  new RequestError({
    status: 422,
    code: what === 'rows' ? 'E_TOO_MANY_ROWS' : 'E_TOO_MANY_COLUMNS',
    message: `${format} holds at most ${most} ${what}, and the report has ${found}. Formats that hold them: ${listed(others.map(({ label }) => label))}.`,
    field: 'format',
    allowed: others.map(({ key }) => key),
  })
