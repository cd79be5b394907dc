import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { json } from 'node:stream/consumers'
import { serverEnded } from '#core/collection/errors'
import type { CallAnswer, CallInput, CallName } from '#core/collection/socket/calls'
import { socketPath } from '#core/collection/socket/socket_path'
import { RequestError } from '#core/http/request_error'

/**
 * Does what needs the facts: by the server where one runs on this storage, else in this process.
 * Problems are the same either way.
 */
export async function callServer<N extends CallName>(
  name: N,
  input: CallInput<N>
): Promise<CallAnswer<N>> {
  if (await isServed()) return askServer(name, input)
  const { calls } = await import('#core/collection/socket/calls')
  const call = calls[name] as (input: CallInput<N>) => Promise<CallAnswer<N>>
  return call(input)
}

/** Whether a server listens; a socket that a killed one left behind answers nobody. */
export const isServed = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(socketPath())
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

async function askServer<N extends CallName>(name: N, input: CallInput<N>) {
  const response = await post(`/${name}`, JSON.stringify(input)).catch((error: Error) => {
    throw serverEnded(error.message)
  })
  const answer = await json(response)
  if (response.statusCode === 200) return answer as CallAnswer<N>
  throw new RequestError((answer as { error: RequestError['problem'] }).error)
}

const post = (path: string, body: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    request({ socketPath: socketPath(), path, method: 'POST' }, resolve)
      .once('error', reject)
      .end(body)
  })
