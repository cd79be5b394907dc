// npm start: installs what is missing, migrates, makes the demo customer where there is none, serves.
// npm start -- --pace 4: the demo is four times as busy, day and night.
import { parseArgs } from 'node:util'
import {
  become,
  buildPage,
  env,
  installPackages,
  node,
  run,
  serving,
  writeEnvironment,
} from './setup.mjs'

const { values } = parseArgs({ options: { pace: { type: 'string' } } })

await installPackages()
writeEnvironment()
await buildPage()
run(node, ['ace.js', 'migration:run', '--force', '--compact-output'])
run(node, ['ace.js', 'demo:create', '--if-empty'])
process.exitCode = await become([...serving.arguments, 'run.js'], {
  NODE_ENV: env.NODE_ENV ?? 'production',
  ...serving.environment,
  ...(values.pace && { DEMO_PACE: values.pace }),
})
