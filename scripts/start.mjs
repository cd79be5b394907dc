// npm start: installs what is missing, migrates, makes the demo customer where there is none, serves.
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

await installPackages()
writeEnvironment()
await buildPage()
run(node, ['ace.js', 'migration:run', '--force', '--compact-output'])
run(node, ['ace.js', 'demo:create', '--if-empty'])
process.exitCode = await become([...serving.arguments, 'run.js'], {
  NODE_ENV: env.NODE_ENV ?? 'production',
  ...serving.environment,
})
