/** What a ticket may be used for. */
export const grants = ['report', 'collect'] as const
export type Grant = (typeof grants)[number]
