/** How many keys were new, said something else than before, or said what was known (or less). They add up to the events. */
export interface FactsWritten {
  added: number
  replaced: number
  unchanged: number
}
