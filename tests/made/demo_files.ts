import type { SourcePlugin } from '#core/contracts/source'

/** The files that a source's demo writes from a local date on, until a Wednesday in March. */
export async function demoFiles(
  { demo }: Pick<SourcePlugin, 'demo'>,
  from: string,
  until = new Date('2026-03-11T09:20:00Z')
) {
  const files: { name: string; text: string }[] = []
  for await (const { name, body } of demo!({ from, until, zone: 'Europe/Stockholm' }).files) {
    files.push({ name, text: Buffer.concat(await body.toArray()).toString() })
  }
  return files
}
