/** Whole seconds: a part of a second is dropped. */
export const seconds = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 1000)
