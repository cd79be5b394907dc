import { RequestError } from '#core/http/request_error'

const listed = (names: readonly string[]) =>
  names.length === 0 ? 'None is enabled.' : `Enabled are: ${names.join(', ')}.`

/** E_SOURCE_NOT_ENABLED: the source is installed, but the operator has not given it to this customer. */
export const sourceNotEnabled = (source: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_SOURCE_NOT_ENABLED',
    message: `The source "${source}" is not enabled for this customer. ${listed(allowed)}`,
    field: 'source',
    allowed,
  })

/** E_SOURCE_READS_NOTHING: the source is asked over the network and has no files. */
export const sourceReadsNothing = (source: string) =>
  new RequestError({
    status: 422,
    code: 'E_SOURCE_READS_NOTHING',
    message: `The source "${source}" reads no files: it asks its platform itself.`,
    field: 'source',
  })

/** E_SOURCE_POLLS_NOTHING: the source is sent files and asks nobody. */
export const sourcePollsNothing = (source: string) =>
  new RequestError({
    status: 422,
    code: 'E_SOURCE_POLLS_NOTHING',
    message: `The source "${source}" does not ask its platform: it is sent files.`,
    field: 'source',
  })

/** E_SETTINGS_INCOMPLETE: required settings of the source or the collection point have no value. */
export const settingsIncomplete = (point: string, missing: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_SETTINGS_INCOMPLETE',
    message: `The collection point "${point}" lacks: ${missing.join(', ')}.`,
    field: 'settings',
    allowed: missing,
  })

/** E_UNKNOWN_POINT: the customer has no collection point of this name. */
export const unknownPoint = (name: string, allowed: readonly string[]) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_POINT',
    message: `There is no collection point "${name}". ${allowed.length === 0 ? 'There is none yet.' : `There are: ${allowed.join(', ')}.`} Name a source to make it.`,
    field: 'point',
    allowed,
  })

/** E_POINT_IN_SEVERAL_SOURCES: the name alone does not say which collection point is meant. */
export const pointInSeveralSources = (name: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_POINT_IN_SEVERAL_SOURCES',
    message: `Several sources have a collection point "${name}". Say which with source: ${allowed.join(', ')}.`,
    field: 'source',
    allowed,
  })

/** E_POINT_NAME: the name cannot be a folder and a part of an address. */
export const badPointName = (name: string) =>
  new RequestError({
    status: 422,
    code: 'E_POINT_NAME',
    message: `"${name}" cannot name a collection point: use 1 to 100 letters, digits, spaces and . _ -, beginning with a letter or digit.`,
    field: 'point',
  })

/** E_NO_SUCH_FILE: there is nothing to read at this path. */
export const noSuchFile = (path: string, reason: string) =>
  new RequestError({
    status: 404,
    code: 'E_NO_SUCH_FILE',
    message: `The file ${path} cannot be read: ${reason}.`,
    field: 'file',
  })

/** E_UNKNOWN_FILE: the customer has no collected file with this id. */
export const unknownFile = (id: number | string) =>
  new RequestError({
    status: 404,
    code: 'E_UNKNOWN_FILE',
    message: `There is no collected file ${id}. The quarantine list names the files.`,
    field: 'file',
  })

/** E_BODY_TOO_LARGE: a push is larger than the installation takes at once. */
export const bodyTooLarge = (limitMegabytes: number) =>
  new RequestError({
    status: 413,
    code: 'E_BODY_TOO_LARGE',
    message: `A body may be ${limitMegabytes} MB at most. Send it in parts.`,
  })

/** E_BODY_EMPTY: a push without anything in it. */
export const bodyEmpty = () =>
  new RequestError({
    status: 400,
    code: 'E_BODY_EMPTY',
    message: 'The body is empty. Send records of the platform, or NDJSON of events.',
  })

/** E_BODY_BROKEN: the body ended early or could not be unpacked. Nothing of it was taken. */
export const bodyBroken = (cause: unknown) =>
  new RequestError({
    status: 400,
    code: 'E_BODY_BROKEN',
    message: `The body could not be received whole (${cause instanceof Error ? cause.message : String(cause)}). Nothing of it was taken: send it again.`,
  })

/** E_STORAGE_FULL: there is no room to keep what was sent. Nothing of it was taken. */
export const storageFull = () =>
  new RequestError({
    status: 503,
    code: 'E_STORAGE_FULL',
    message:
      'There is no room on the server to keep this. Nothing is lost: send it again later, when its operator has made room.',
    retryAfterSeconds: 300,
  })

/** E_BODY_ENCODING: the body is packed in a way that is not known. */
export const bodyEncoding = (encoding: string) =>
  new RequestError({
    status: 422,
    code: 'E_BODY_ENCODING',
    message: `The content encoding "${encoding}" is not known.`,
    field: 'content-encoding',
    allowed: ['gzip', 'identity'],
  })

/** E_KEPT_COPY_GONE: the copy that a file would be collected from again has been removed. */
export const keptCopyGone = (name: string) =>
  new RequestError({
    status: 409,
    code: 'E_KEPT_COPY_GONE',
    message: `The copy of ${name} is not kept any more, so it cannot be collected again. Collect the file itself.`,
  })

/** E_POSITION: a part of a log does not begin where the part before it ended. */
export const wrongPosition = (from: number, expected: number) =>
  new RequestError({
    status: 409,
    code: 'E_POSITION',
    message: `The body begins at byte ${from}, but the log is known up to byte ${expected}. Send it from there.`,
    field: 'from',
    allowed: [expected],
  })

/** E_BUSY: so many bodies wait for this collection point that the sender must wait. */
export const tooManyWaiting = () =>
  new RequestError({
    status: 429,
    code: 'E_BUSY',
    message: 'Too many bodies wait for this collection point. Send it again in a moment.',
    retryAfterSeconds: 2,
  })

/** E_COLLECTION_FAILED: a source could not go on; what it had handed over is kept. */
export const collectionFailed = (name: string, cause: unknown) =>
  new RequestError({
    status: 422,
    code: 'E_COLLECTION_FAILED',
    message: `${name} could not be collected to its end: ${cause instanceof Error ? cause.message : String(cause)}`,
  })

/** Why a collector that says nothing was ended. */
export const collectorSilent = (milliseconds: number) =>
  new Error(`nothing came from it for ${milliseconds / 60_000} minutes.`)

/** E_STOPPING: the server is being stopped; what is left is collected when it is back. */
export const stopping = () =>
  new RequestError({
    status: 503,
    code: 'E_STOPPING',
    message: 'The server is being stopped. Send it again when it is back.',
  })

/** E_SERVER_ENDED: the server that did the work for a command went away before it was done. */
export const serverEnded = (reason: string) =>
  new RequestError({
    status: 503,
    code: 'E_SERVER_ENDED',
    message: `The server ended before it was done (${reason}). Nothing is lost: give the command again.`,
  })

/** E_ADDRESS_REFUSED: a collector asked an address that no setting names. */
export const addressRefused = (address: string, allowed: readonly string[]) =>
  new RequestError({
    status: 422,
    code: 'E_ADDRESS_REFUSED',
    message: `${address} is not an address that the settings name. ${allowed.length === 0 ? 'They name none.' : `They name: ${allowed.join(', ')}.`}`,
    allowed,
  })

/** E_COLLECTED_ELSEWHERE: another process moved the position while this one collected. */
export const collectedElsewhere = (name: string) =>
  new RequestError({
    status: 409,
    code: 'E_COLLECTED_ELSEWHERE',
    message: `${name} is being collected by another process. Try again when it is done.`,
  })
