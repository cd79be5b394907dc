/** Where the text of a fault in the fact engine goes, under the number that people are told. */
type FaultLog = (number: string, text: string) => void

let log: FaultLog = (number, text) => void process.stderr.write(`Fault ${number}: ${text}\n`)

export const logFault: FaultLog = (number, text) => log(number, text)

/** Has faults told to another log than the standard error stream. */
export function logFaultsTo(other: FaultLog): void {
  log = other
}
