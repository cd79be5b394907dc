import { eventsFit } from '#core/plugins/conformance/rules/events_fit'
import { halfLineIsLeft } from '#core/plugins/conformance/rules/half_line_is_left'
import { brokenLineIsRejected } from '#core/plugins/conformance/rules/broken_line_is_rejected'
import { keysAreUnique } from '#core/plugins/conformance/rules/keys_are_unique'
import { memorySurvives } from '#core/plugins/conformance/rules/memory_survives'
import { sameAgain } from '#core/plugins/conformance/rules/same_again'
import { sameTwiceInside } from '#core/plugins/conformance/rules/same_twice_inside'
import { hostileNamesAreRead } from '#core/plugins/conformance/rules/hostile_names_are_read'
import { sameInPieces } from '#core/plugins/conformance/rules/same_in_pieces'
import { sameInHalves } from '#core/plugins/conformance/rules/same_in_halves'
import type { RecordedSource } from '#core/plugins/conformance/recorded_source'

/** One thing that every source keeps to, tried on what was recorded of its platform. */
export interface ReadingRule {
  title: string
  /** What is wrong, in sentences. May throw what the collector throws. */
  check(recorded: RecordedSource): Promise<string[]>
}

/** What a customer relies on when files are read, in the order in which it is worth mending. */
export const readingRules: readonly ReadingRule[] = [
  { title: 'events and objects are as declared', check: eventsFit },
  { title: 'each event has a key of its own', check: keysAreUnique },
  { title: 'the same file gives the same events again', check: sameAgain },
  { title: 'the memory can be kept as JSON', check: memorySurvives },
  { title: 'it does not matter how many bytes come at a time', check: sameInPieces },
  { title: 'a file read in two halves, cut anywhere, gives the same facts', check: sameInHalves },
  { title: 'a half-written last line is left for next time', check: halfLineIsLeft },
  { title: 'a broken line is rejected with its number and a reason', check: brokenLineIsRejected },
  { title: 'a file joined from copies of itself counts nothing twice', check: sameTwiceInside },
  { title: 'names that mean something to the language are names', check: hostileNamesAreRead },
]
