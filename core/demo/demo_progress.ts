/** How far the making of the demo has come; `share` goes from 0 to 1. */
export type DemoProgress = (step: { source: string; file: string; share: number }) => void
