import { DateTime } from 'luxon'
import type { DemoPlatform, DemoPlatformMaker } from '#core/contracts/collector'
import { chanceOf } from '../chance.js'
import { dayPlan } from '../day_plan.js'
import { queueDay } from '../queue_day.js'
import { customerService, technicalSupport } from '../site.js'
import { DayInExchange, type PlannedLine } from './day_in_exchange.js'
import { Exchange } from './exchange.js'
import { ACCOUNT, DESK, ManagerServer } from './manager_server.js'

const reasons = ['Kaffe', 'Lunch', 'Möte', 'Administration']

/** The manager interface of the demo's site: it tells what the queue_log of the same day has. */
export const demoManager: DemoPlatformMaker = (request) => new DemoManager(request)

class DemoManager implements DemoPlatform {
  readonly #exchange = new Exchange(0, false)
  readonly #day = new DayInExchange(this.#exchange)
  readonly #server: ManagerServer
  #date = ''
  #lines: PlannedLine[] = []
  #next = 0

  constructor(private readonly of: { zone: string; pace: number; secret: string }) {
    // Also at night and on Sundays, when nothing has happened yet.
    for (const queue of [customerService, technicalSupport]) this.#exchange.open(queue)
    this.#server = new ManagerServer(this.#exchange, of.secret)
  }

  settings({ address, secret }: { address: string; secret: string }) {
    return {
      ...{ manager: address, managerUser: ACCOUNT, managerSecret: secret },
      ...{ actUser: DESK, actSecret: secret },
      pauseReasons: Object.fromEntries(reasons.map((reason) => [reason, reason])),
    }
  }

  connected(socket: Parameters<DemoPlatform['connected']>[0]): void {
    this.#server.connected(socket)
  }

  goOn(now: Date): void {
    const { zone, pace } = this.of
    const date = DateTime.fromJSDate(now, { zone }).toISODate()!
    if (date !== this.#date) {
      this.#happen(Infinity)
      this.#date = date
      const plan = dayPlan(date, zone, chanceOf(`day ${date}`), pace)
      this.#lines = this.#day.planned(queueDay(plan), plan.midnight)
      this.#next = 0
    }
    this.#happen(now.getTime() / 1000)
    this.#exchange.second = Math.floor(now.getTime() / 1000)
    this.#server.tell()
  }

  #happen(until: number) {
    for (let line = this.#lines[this.#next]; line && line.second <= until;) {
      this.#exchange.second = line.second
      line.happen()
      this.#next += 1
      line = this.#lines[this.#next]
    }
  }
}
