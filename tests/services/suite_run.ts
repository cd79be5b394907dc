import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** How a run of functional tests ended. `told` is what failed and why, to read where it is asserted. */
export interface SuiteRun {
  exitCode: number | null
  passed: number
  told: string
}

/** Runs the functional tests whose paths end so, or are in these folders, in a process with these services. */
export async function suiteRun(files: string[], services: Record<string, string>) {
  const child = spawn(process.execPath, ['test.js', 'functional', `--files=${files.join(',')}`], {
    env: { ...process.env, LOG_LEVEL: 'fatal', ...services },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [exitCode, output, errors] = await Promise.all([
    ended,
    text(child.stdout),
    text(child.stderr),
  ])
  const failed = output.split('\n').filter((line) => line.includes('✖'))
  const run: SuiteRun = {
    exitCode,
    passed: Number(/(\d+) passed/.exec(output)?.[1]),
    told: [...failed, errors].join('\n'),
  }
  return run
}
