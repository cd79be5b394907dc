import { BaseCommand, flags } from '@adonisjs/core/ace'
import { RequestError } from '#core/http/request_error'

/**
 * A command that does one thing and answers: in sentences, or with `--json` as one JSON object on
 * standard output. What cannot be done is said in a sentence, and the exit code is 1.
 */
export abstract class AnsweringCommand<Answer extends object = object> extends BaseCommand {
  static options = { startApp: true }

  @flags.boolean({ description: 'Print the answer as one JSON object' })
  declare json: boolean

  /** Does it. Throws a `RequestError` for what cannot be done. */
  protected abstract answer(): Promise<Answer>

  /** The answer in sentences, a line each. */
  protected abstract lines(answer: Answer): string[]

  async run() {
    try {
      const answer = await this.answer()
      const text = this.json ? JSON.stringify(answer) : this.lines(answer).join('\n')
      this.logger.log(text)
    } catch (error) {
      this.#fail(error)
    }
  }

  #fail(error: unknown) {
    const problem = problemOf(error)
    if (!problem) throw error
    this.exitCode = 1
    if (this.json) this.logger.log(JSON.stringify({ error: problem }))
    else this.logger.error(problem.message)
  }
}

function problemOf(error: unknown): { code: string; message: string } | undefined {
  if (error instanceof RequestError) {
    // On this machine the whole text may be read.
    return { ...error.problem, message: error.message }
  }
  const { code, message } = error as { code?: string; message?: string }
  if (code !== 'ER_NO_SUCH_TABLE' && !message?.includes('no such table')) return undefined
  return {
    code: 'E_NOT_MIGRATED',
    message: 'The database has no tables yet. Make them: node ace migration:run --force',
  }
}
