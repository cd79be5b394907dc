import type { RowDataPacket } from 'mysql2/promise'
import { startMariadb } from '../tests/services/mariadb.js'
import { median, took } from './measure.js'
import { printRow } from './print.js'
import { questions } from './questions.js'

const TABLE = `CREATE TABLE calls (
  customer INT UNSIGNED NOT NULL, queue VARCHAR(8) NOT NULL, at DATETIME(3) NOT NULL, id VARCHAR(32) NOT NULL,
  local_date DATE NOT NULL, local_minute SMALLINT UNSIGNED NOT NULL, agent VARCHAR(8) NOT NULL,
  direction ENUM('in', 'out') NOT NULL, outcome ENUM('answered', 'abandoned', 'timeout', 'closed') NOT NULL,
  caller VARCHAR(16) NOT NULL, called VARCHAR(16) NOT NULL, wait INT NULL, talk INT NULL,
  PRIMARY KEY (customer, queue, local_date, at, id), KEY by_time (customer, local_date, at)
) CHARACTER SET latin1 COLLATE latin1_bin`

const KEYS = ['PRIMARY', 'by_time']

/** Milliseconds that each question takes MariaDB, with the same calls and the key that suits it best. */
export async function askMariadb(copy: string, customer: number): Promise<Map<string, number>> {
  const mariadb = await startMariadb(['--innodb-buffer-pool-size=4G', '--innodb-log-file-size=1G'])
  const { connection } = mariadb
  try {
    await mariadb.newDatabase('bench')
    await connection.query('USE bench')
    await connection.query(TABLE)
    const load = `LOAD DATA INFILE '${copy}' INTO TABLE calls CHARACTER SET latin1`
    const time = await took(() => connection.query(load))
    await connection.query('ANALYZE TABLE calls')
    printRow('loaded into MariaDB', `${(time / 1000).toFixed(0)} s`)
    const times = new Map<string, number>()
    for (const { name, mariadb: question } of questions) {
      const sql = question.replaceAll('{customer}', String(customer))
      // The key that it chooses by itself is not always its best.
      const ways = ['', ...KEYS.map((key) => `FORCE INDEX (${key}) `)]
      const each: number[] = []
      for (const way of ways) {
        const asked = sql.replaceAll('FROM calls WHERE', `FROM calls ${way}WHERE`)
        each.push(await median(() => connection.query<RowDataPacket[]>(asked)))
      }
      times.set(name, Math.min(...each))
    }
    return times
  } finally {
    await mariadb.stop()
  }
}
