export type Scalar = string | number | boolean | null
export type Row = Record<string, Scalar>
export type Json = Scalar | Json[] | { [key: string]: Json }
