/** What a customer has bought. `basic` has the basic reports only. */
export const editions = ['basic', 'extended'] as const
export type Edition = (typeof editions)[number]
