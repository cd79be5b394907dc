import { setTimeout } from 'node:timers/promises'
import { nextTurn } from '#core/jobs/yield_to_event_loop'

const SLICE_MILLISECONDS = 3
const LOOK_AGAIN_MILLISECONDS = 2
/** Who pulls, or makes files, while somebody always asks gets on all the same: so long it waits with a question of its own, and with a file. */
const LONGEST_MILLISECONDS = { question: 200, file: 50 }
/** And so often all pulls together have a slice of rows then. */
const SLICE_EVERY_MILLISECONDS = 15

/** An answer is often made of several questions: after one it is waited for the next. */
const QUIET_MILLISECONDS = 15

let questions = 0
let lastAnswered = -Infinity

/** Runs a question that somebody waits for: while there is one, pulls give way. */
export async function asking<R>(work: () => Promise<R>): Promise<R> {
  questions += 1
  try {
    return await work()
  } finally {
    questions -= 1
    lastAnswered = performance.now()
  }
}

/** Resolves when nobody asks, or after a while. */
export async function nobodyAsks(before: keyof typeof LONGEST_MILLISECONDS): Promise<void> {
  const until = performance.now() + LONGEST_MILLISECONDS[before]
  while (isAsked() && performance.now() < until) await setTimeout(LOOK_AGAIN_MILLISECONDS)
}

const isAsked = () => questions > 0 || performance.now() - lastAnswered < QUIET_MILLISECONDS

const waiting: (() => void)[] = []
let nextSlice = 0
let isLetting = false

/** Lets those who wait on, one after another: between two of them whatever else has come in is answered. */
async function letOn() {
  isLetting = true
  while (waiting.length > 0) {
    await nextTurn()
    while (isAsked() && performance.now() < nextSlice) await setTimeout(LOOK_AGAIN_MILLISECONDS)
    nextSlice = performance.now() + SLICE_EVERY_MILLISECONDS
    waiting.shift()!()
  }
  isLetting = false
}

const turn = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve)
    if (!isLetting) void letOn()
  })

/** For the rows of a pull: called with each, it lets others be answered, one pull at a time going on. */
export function giveWay(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < SLICE_MILLISECONDS) return undefined
    return turn().then(() => {
      since = performance.now()
    })
  }
}
