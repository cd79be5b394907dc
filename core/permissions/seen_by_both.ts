import { type Reader, withoutCalls } from '#core/permissions/reader'

/** What is theirs, without the calls that the one who helps them may not see. */
export function seenByBoth(theirs: Reader, own: Reader): Reader {
  const seen = own.callSpecification ? theirs : withoutCalls(theirs)
  return { ...seen, personalFields: theirs.personalFields && own.personalFields }
}
