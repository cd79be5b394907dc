// npm run bench: what the product reaches, beside the same SQL by hand and MariaDB.
// BENCH_CALLS=1000000 makes it smaller, BENCH_MARIADB=no leaves MariaDB out; BENCH_ONLY and BENCH_PARTS choose (bench/main.ts, bench/growth.ts).
import { become, installPackages, serving, writeEnvironment } from './setup.mjs'

await installPackages()
writeEnvironment()
process.exitCode = await become(['--import=@poppinss/ts-exec', 'bench/main.ts'], {
  ...serving.environment,
  BENCH_SERVER_ARGUMENTS: serving.arguments.join(' '),
})
