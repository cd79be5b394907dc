/** From one time of day to another, `08:00` to at most `24:00`. */
export interface Hours {
  from: string
  to: string
}

/** By ISO weekday, 1 is Monday; a day that is not there is closed. */
export type OpeningHours = Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', Hours[]>>

/** A local date on which the customer is closed. */
export interface Holiday {
  date: string
  name: string
}

/** The local dates on which a customer is closed. */
export const closedDates = (holidays: readonly Holiday[] | null): string[] =>
  (holidays ?? []).map(({ date }) => date)
