import { closeQuestionHub, questionHub } from '#core/questions/hub_in_use'
import { OpenStreams } from '#core/questions/stream/open_streams'

let streams = new OpenStreams(questionHub)

/** The streams of this process. */
export const openStreams = (): OpenStreams => streams

/** Says goodbye to all who watch, and forgets what they asked. */
export async function closeStreams(): Promise<void> {
  await streams.close()
  closeQuestionHub()
  streams = new OpenStreams(questionHub)
}
