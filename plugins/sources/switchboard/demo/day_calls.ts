import {
  answeringService,
  attendants,
  finance,
  mainMenu,
  mainNumber,
  order,
  people,
  sales,
} from './cast.js'
import { momentOfDay } from './calendar.js'
import { GroupCalls } from './group_calls.js'
import { second, type Way } from './house.js'

/** Lets the calls of one day happen: each goes where it is sent, and leaves a leg wherever it was. */
export class DayCalls extends GroupCalls {
  happen(): void {
    const moments = Array.from({ length: this.day.calls }, () =>
      momentOfDay(this.day.open, this.chance)
    ).sort((a, b) => a - b)
    for (const at of moments) this.oneCall(at)
  }

  private oneCall(at: number): void {
    const kind = this.isOpen(at)
      ? this.chance.weighted({
          main: 37,
          order: 8,
          finance: 4,
          attendants: 4,
          user: 13,
          sales: 7,
          internal: 10,
          outgoing: 17,
        })
      : this.chance.weighted({
          main: 60,
          order: 12,
          finance: 3,
          attendants: 5,
          user: 12,
          sales: 4,
          internal: 1,
          outgoing: 3,
        })
    const way = { call: this.book.newCall(), caller: this.someCaller(), at }
    switch (kind) {
      case 'main':
        return this.mainNumber({ ...way, called: mainNumber.number })
      case 'order':
        return this.queue(order, { ...way, called: order.number })
      case 'finance':
        return this.queue(finance, { ...way, called: finance.number })
      case 'attendants':
        return this.queue(attendants, { ...way, called: attendants.number })
      case 'sales':
        return this.huntGroup({ ...way, called: sales.number })
      case 'user': {
        const person = this.chance.one(people)
        return this.user(person, { ...way, called: person.number })
      }
      default:
        return this.outgoing(way, kind === 'internal')
    }
  }

  /** The rules of the main number: the menu by day, the answering service by night. */
  private mainNumber(way: Way): void {
    const lost = this.chance.happens(0.012)
    const to = this.isOpen(way.at)
      ? `menu:${mainMenu.number}`
      : this.chance.happens(0.8)
        ? `externalSystem:${answeringService.id}`
        : null
    const result = lost ? 'unanswered' : to ? 'forwarded' : 'closed'
    const stop = way.at + this.chance.between(0.4, 2.2) * second
    this.book.leg({
      ...this.start(way),
      stop,
      type: 'functionNumber',
      object: mainNumber.number,
      result,
      forwardedTo: lost || !to ? undefined : to,
    })
    const on = { ...way, at: stop, via: `functionNumber:${mainNumber.number}` }
    if (result !== 'forwarded') return
    if (this.isOpen(way.at)) this.menu(on)
    else this.answeringService(on)
  }

  private menu(way: Way): void {
    const choice = this.chance.weighted({ 1: 44, 2: 17, 3: 11, 9: 13, none: 7, hungUp: 8 })
    const stop =
      way.at + this.chance.between(choice === 'none' ? 22 : 5, choice === 'none' ? 30 : 26) * second
    const [type, number] =
      choice === '1'
        ? [order.type, order.number]
        : choice === '2'
          ? [finance.type, finance.number]
          : choice === '3'
            ? ['huntGroup', sales.number]
            : [attendants.type, attendants.number]
    const result = choice === 'hungUp' ? 'hungUp' : choice === 'none' ? 'timeout' : 'forwarded'
    this.book.leg({
      ...this.start(way),
      stop,
      type: 'menu',
      object: mainMenu.number,
      result,
      forwardedTo: result === 'hungUp' ? undefined : `${type}:${number}`,
      menuKey: result === 'forwarded' ? choice : undefined,
    })
    if (result === 'hungUp') return
    const on = { ...way, at: stop, via: `menu:${mainMenu.number}` }
    if (type === 'huntGroup') return this.huntGroup(on)
    this.queue(
      [order, finance, attendants].find((queue) => queue.number === number)!,
      on
    )
  }
}
