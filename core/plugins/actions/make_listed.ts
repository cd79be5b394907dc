import type { ApplicationService } from '@adonisjs/core/types'
import { makePlugin, type NewPlugin } from '#core/plugins/actions/make_plugin'
import { registerFolder } from '#core/plugins/actions/register_folder'

/** What was made, or the sentence that says why nothing was. */
export type MadePlugin =
  { problem: string } | { folder: string; done: readonly string[]; listed: boolean }

/** Makes the folder of a plugin in the repository, and lists it in `config/plugins.ts`. */
export async function makeListed(
  app: ApplicationService,
  { kind, key, label }: Pick<NewPlugin, 'kind' | 'key'> & { label?: string | undefined }
): Promise<MadePlugin> {
  const folder = `plugins/${kind}s/${key}`
  const wish = { kind, key, label: label ?? nameOf(key), folder: app.makePath(folder) }
  try {
    const paths = await makePlugin(app, wish)
    const listed = await registerFolder(app.makePath('config/plugins.ts'), folder)
    const done = paths.map((path) => `create ${folder}/${path}`)
    return {
      folder,
      listed,
      done: listed ? [...done, `list ${folder} in config/plugins.ts`] : done,
    }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

const nameOf = (key: string) =>
  key
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
