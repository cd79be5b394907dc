declare module 'newman' {
  interface Failure {
    error: { message: string }
    source?: { name?: string }
  }
  interface Execution {
    item: { name: string }
    response?: { code: number; json(): unknown }
  }
  interface Summary {
    run: { failures: Failure[]; executions: Execution[] }
    environment: { values: { reference: Record<string, { value: string }> } }
  }
  interface Options {
    collection: object
    environment: object
    envVar?: { key: string; value: string }[]
    reporters?: string[]
  }
  /** What the tests use of it: runs a collection and answers how each request went. */
  const newman: {
    run(options: Options, done: (error: Error | null, summary: Summary) => void): void
  }
  export default newman
}
