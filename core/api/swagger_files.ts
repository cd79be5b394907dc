import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** Where the viewer of the documentation lies on this machine. */
export const swaggerFolder = () =>
  dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

/** What its page loads, and nothing else of that folder. */
export const swaggerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js']
