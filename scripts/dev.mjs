// npm run dev: the server restarts on changes, and the page is served by Vite with replacement of modules.
import { become, installPackages, node, run, writeEnvironment } from './setup.mjs'

await installPackages()
writeEnvironment()
run(node, ['ace.js', 'migration:run', '--force', '--compact-output'])
process.exitCode = await become(['ace.js', 'serve', '--watch'], { NODE_ENV: 'development' })
