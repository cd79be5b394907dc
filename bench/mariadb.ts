import { join } from 'node:path'
import type { RowDataPacket } from 'mysql2/promise'
import { startMariadb } from '../tests/services/mariadb.js'
import { median, took } from './measure.js'
import { printRow } from './print.js'
import type { BenchServer } from './server_process.js'

const TABLE = `CREATE TABLE calls (
  customer INT UNSIGNED NOT NULL, queue VARCHAR(8) NOT NULL, at DATETIME(3) NOT NULL, id VARCHAR(32) NOT NULL,
  local_date DATE NOT NULL, local_minute SMALLINT UNSIGNED NOT NULL, agent VARCHAR(8) NOT NULL,
  direction ENUM('in', 'out') NOT NULL, outcome ENUM('answered', 'abandoned', 'timeout', 'closed') NOT NULL,
  caller VARCHAR(16) NOT NULL, called VARCHAR(16) NOT NULL, wait INT NULL, talk INT NULL,
  PRIMARY KEY (customer, queue, local_date, at, id), KEY by_time (customer, local_date, at)
) CHARACTER SET latin1 COLLATE latin1_bin`

/** The same calls in MariaDB with the keys that suit the questions best. */
export async function loadMariadb(product: BenchServer, customer: number) {
  const mariadb = await startMariadb(['--innodb-buffer-pool-size=4G', '--innodb-log-file-size=1G'])
  const { connection } = mariadb
  await mariadb.newDatabase('bench')
  await connection.query('USE bench')
  await connection.query(TABLE)
  const path = join(product.storage, 'calls.tsv')
  await product.ask({ order: 'dump', path })
  const seconds = await took(() =>
    connection.query(`LOAD DATA INFILE '${path}' INTO TABLE calls CHARACTER SET latin1`)
  )
  await connection.query('ANALYZE TABLE calls')
  printRow('loaded into MariaDB', `${(seconds / 1000).toFixed(0)} s`)
  return {
    median: (sql: string) =>
      median(() =>
        connection.query<RowDataPacket[]>(sql.replaceAll('{customer}', String(customer)))
      ),
    stop: () => mariadb.stop(),
  }
}
