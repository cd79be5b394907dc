import env from '#start/env'

/** The address of a path as people outside reach it: under `PUBLIC_URL`, or else this server's own. */
export const publicAddress = (path: string): string =>
  new URL(path, env.get('PUBLIC_URL') || `http://${env.get('HOST')}:${env.get('PORT')}`).href
