import type { ApplicationService } from '@adonisjs/core/types'
import { endInTime } from '#core/http/stopping'

/** Before the server stops, all who watch something are told, so that they come back to the next one. */
export default class QuestionsProvider {
  constructor(protected app: ApplicationService) {}

  ready() {
    if (this.app.getEnvironment() !== 'web') return
    // What is said last is done first: the server waits for its open answers to end.
    this.app.terminating(async () => {
      const { closeStreams } = await import('#core/questions/stream/streams_in_use')
      await endInTime(closeStreams)
    })
  }
}
