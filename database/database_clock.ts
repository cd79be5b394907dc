import db from '@adonisjs/lucid/services/db'

/** A moment by the clock of the database, some seconds from now: the one clock that all processes share. */
export const databaseMoment = (seconds = 0) =>
  db.connection().dialect.name === 'mysql'
    ? db.knexRawQuery('date_add(utc_timestamp(3), interval ? second)', [seconds])
    : db.knexRawQuery("strftime('%Y-%m-%d %H:%M:%f', 'now', ?)", [`${seconds} seconds`])
