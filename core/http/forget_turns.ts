import db from '@adonisjs/lucid/services/db'

/** Forgets what `takeTurn` counted whose time is over. */
export const forgetTurns = () => db.from('request_limits').where('expire', '<', Date.now()).delete()
