import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import { mendedLines } from '#core/collection/mend/mended_lines'
import type { Mended } from '#core/collection/mend/mend_facts'

/** Makes good what facts:check finds. */
export default class FactsMend extends AnsweringCommand<Mended> {
  static commandName = 'facts:mend'
  static description =
    'Set damaged facts aside and collect again, from the kept files, what lay in them'
  static help = [
    'What is damaged is kept, and named. What no kept file has is said; the exit code is 1 then.',
    'With --all every kept file is collected again, as where the folder of facts was lost:',
    '```',
    '{{ binaryName }} facts:check',
    '{{ binaryName }} facts:mend',
    '```',
  ]

  @flags.boolean({ description: 'Collect all kept files of all customers again' })
  declare all: boolean

  protected async answer(): Promise<Mended> {
    const { callServer } = await import('#core/collection/socket/call_server')
    const mended = await callServer('factsMend', { all: this.all ?? false })
    const isWhole = mended.lost.length === 0 && mended.points.every(({ problem }) => !problem)
    if (!isWhole) this.exitCode = 1
    return mended
  }

  protected lines = mendedLines
}
