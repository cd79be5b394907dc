import { type Message, NotSent, type Taken } from '#core/contracts/channel'

/** How many requests to a provider are on their way at once. */
const AT_ONCE = 8

/** Does the work for every item, some at a time, in any order. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** What became of a message; what is no `NotSent` is a fault of ours, of which nothing is known. */
export async function outcomeOf(sending: Promise<Taken>): Promise<Taken | NotSent> {
  try {
    return await sending
  } catch (error) {
    return asNotSent(error)
  }
}

export const asNotSent = (error: unknown): NotSent =>
  error instanceof NotSent ? error : new NotSent(String(error), 'unknown', false)

/** The messages of the same sender and words, which a provider takes in one request. */
export const alike = (messages: readonly Message[]): Message[][] => [
  ...Map.groupBy(messages, ({ sender, text, callback }) =>
    JSON.stringify([sender, text, callback])
  ).values(),
]
