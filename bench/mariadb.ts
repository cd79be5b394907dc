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

/** Milliseconds that each question takes MariaDB, with the same calls and the keys that suit them best. */
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
      times.set(name, await median(() => connection.query<RowDataPacket[]>(sql)))
    }
    return times
  } finally {
    await mariadb.stop()
  }
}
