import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { args } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  /** Null where the report is of no mail of ours, or says nothing final. */
  taken: { recipient: string; state: 'confirmed' | 'bounced' } | null
}

/** Takes in what a mail server says became of a mail. */
export default class MailBounces extends AnsweringCommand<Answer> {
  static commandName = 'mail:bounces'
  static description = 'Take in a delivery report (RFC 3464) of a mail that was sent'

  @args.string({ description: 'The mail as a file, or - for standard input' })
  declare file: string

  protected async answer(): Promise<Answer> {
    const { takeDeliveryReport } = await import('#core/delivery/actions/take_delivery_report')
    const source = this.file === '-' ? await text(process.stdin) : await readFile(this.file, 'utf8')
    return { taken: await takeDeliveryReport(source) }
  }

  protected lines({ taken }: Answer) {
    if (!taken) return ['The report is of no mail of ours, or says nothing final.']
    return [`The mail to ${taken.recipient} is ${taken.state}.`]
  }
}
