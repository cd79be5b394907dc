import { ListLoader } from '@adonisjs/core/ace'

/** Commands of every module. A command imports what it needs when it runs, so that listing them costs nothing. */
const loader = new ListLoader([])

export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData: Parameters<typeof loader.getCommand>[0]) =>
  loader.getCommand(metaData)
