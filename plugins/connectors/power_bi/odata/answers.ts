import type { ConnectorAnswer } from '#core/contracts/connector'
import type { ODataProblem } from './problem.js'

const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

export const jsonAnswer = (
  body: ConnectorAnswer['body'],
  headers: Record<string, string> = {}
): ConnectorAnswer => ({ status: 200, headers: { 'Content-Type': JSON_TYPE, ...headers }, body })

/** Whatever formats a client would like best: a description in JSON is not read by the tools that ask for it. */
export const xmlAnswer = (body: string): ConnectorAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'application/xml;charset=utf-8' },
  body,
})

export const textAnswer = (body: string): ConnectorAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'text/plain;charset=utf-8' },
  body,
})

export const problemAnswer = ({ status, code, message }: ODataProblem): ConnectorAnswer => ({
  status,
  headers: { 'Content-Type': JSON_TYPE },
  body: JSON.stringify({ error: { code, message } }),
})
