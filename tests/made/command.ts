import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import ace from '@adonisjs/core/services/ace'

/** Runs a command in this process and answers its exit code and what it said, without colours. */
export async function command(name: string, ...args: string[]) {
  ace.ui.switchMode('raw')
  ace.ui.logger.flushLogs()
  const run = await ace.exec(name, args)
  const said = ace.ui.logger.getLogs().map(({ message }) => message)
  ace.ui.switchMode('normal')
  return { exitCode: run.exitCode ?? 0, said: said.join('\n') }
}

/** Runs a command as people do, in a process of its own beside the server, with this on its standard input. */
export async function commandLine(args: string[], input = '') {
  const child = spawn(process.execPath, ['ace.js', ...args], { stdio: 'pipe' })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const [exitCode, output, errors] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  return { exitCode, output, errors }
}
