/** Rows of an answer that is made whole. */
export const MOST_ROWS = 50_000
/** Measures of all its rows. */
export const MOST_CELLS = 4_000_000
/** An answer with more measures is heavy, and a file is read in slices of so many. */
export const LIGHT_CELLS = 400_000
/** An answer with fewer needs no leave. */
export const TINY_CELLS = 20_000
