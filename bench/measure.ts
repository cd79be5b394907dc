const ROUNDS = 7
/** A server that has just started compiles what it runs often, and so does the engine. */
const WARM_UP = 5

/** The median of seven rounds in milliseconds, after some that warm up. */
export async function median(work: () => Promise<unknown>): Promise<number> {
  for (let round = 0; round < WARM_UP; round++) await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await took(work))
  return times.sort((a, b) => a - b)[ROUNDS >> 1]
}

/** What a round takes: milliseconds on the clock, and of the server's processor. */
export interface Round {
  time: number
  processor: number
}

/**
 * The medians of two pieces of work that take turns, so that both meet the same machine. What else runs
 * there shows in the time, and hardly in the processor's.
 */
export async function mediansInTurn(
  works: readonly [() => Promise<unknown>, () => Promise<unknown>],
  processor: () => Promise<number>
): Promise<[Round, Round]> {
  const rounds: [Round[], Round[]] = [[], []]
  for (let round = 0; round < WARM_UP + 2 * ROUNDS; round++) {
    for (const [index, work] of works.entries()) {
      const before = await processor()
      const time = await took(work)
      const after = await processor()
      if (round >= WARM_UP) rounds[index as 0 | 1].push({ time, processor: after - before })
    }
  }
  const middle = (all: Round[], of: keyof Round) =>
    all.map((round) => round[of]).sort((a, b) => a - b)[ROUNDS]
  const medians = (all: Round[]) => ({
    time: middle(all, 'time'),
    processor: middle(all, 'processor'),
  })
  return [medians(rounds[0]), medians(rounds[1])]
}

/** Milliseconds that a piece of work takes. */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
