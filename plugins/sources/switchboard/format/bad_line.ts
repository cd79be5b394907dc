/** Why a line cannot be read, in a sentence. It becomes a rejected line and goes no further. */
export class BadLine extends Error {}
