import type { CollectedObject } from '#core/contracts/collector'

/** Somebody who works at the demo customer. Numbers are from the ranges kept free for fiction. */
export interface Person {
  user: string
  name: string
  number: string
  mobile: string
  organisation: string
  groups: readonly string[]
}

const person = (
  index: number,
  name: string,
  user: string,
  organisation: string,
  ...groups: string[]
): Person => ({
  user,
  name,
  number: `+46313900${String(600 + index)}`,
  mobile: `+46701740${String(604 + index)}`,
  organisation,
  groups,
})

export const people: readonly Person[] = [
  person(1, 'Anna Hansson', 'anna.hansson', 'goteborg', 'Kundtjänst'),
  person(2, 'David Holm', 'david.holm', 'goteborg', 'Kundtjänst'),
  person(3, 'Ebba Dohna', 'ebba.dohna', 'goteborg', 'Kundtjänst'),
  person(4, 'Emil Ekström', 'emil.ekstrom', 'stockholm', 'Kundtjänst', 'Försäljning'),
  person(5, 'Erik Svensson', 'erik.svensson', 'stockholm', 'Försäljning'),
  person(6, 'Jan Hansson', 'jan.hansson', 'stockholm', 'Försäljning'),
  person(7, 'Maria Holm', 'maria.holm', 'stockholm', 'Ekonomi'),
  person(8, 'Nils Jonsson', 'nils.jonsson', 'stockholm', 'Ekonomi'),
  person(9, 'Sofie Ramfors', 'sofie.ramfors', 'goteborg', 'Kundtjänst'),
  person(10, 'Pelle Olsson', 'pelle.olsson', 'goteborg', 'Kundtjänst'),
  person(11, 'Karin Lindqvist', 'karin.lindqvist', 'stockholm', 'Ekonomi', 'Kundtjänst'),
  person(12, 'Oskar Nyström', 'oskar.nystrom', 'stockholm', 'Försäljning'),
]

export const personOf = (user: string) => people.find((one) => one.user === user)!

/** A group that keeps callers in a queue. */
export interface Queue {
  type: 'attendantGroup' | 'answerGroup'
  number: string
  name: string
  groups: readonly string[]
  members: readonly string[]
  /** Mean seconds that callers wait when it is calm, and that a conversation lasts. */
  wait: number
  talk: number
  /** How often a call is transferred on, of 1. */
  transfers: number
}

export const attendants: Queue = {
  type: 'attendantGroup',
  number: '+46846500402',
  name: 'Växeln',
  groups: ['Kundtjänst'],
  members: ['pelle.olsson', 'sofie.ramfors', 'karin.lindqvist'],
  wait: 6,
  talk: 42,
  transfers: 0.58,
}
export const order: Queue = {
  type: 'answerGroup',
  number: '+46846500410',
  name: 'Order',
  groups: ['Kundtjänst'],
  members: ['anna.hansson', 'david.holm', 'ebba.dohna', 'emil.ekstrom', 'sofie.ramfors'],
  wait: 11,
  talk: 215,
  transfers: 0.07,
}
export const finance: Queue = {
  type: 'answerGroup',
  number: '+46846500420',
  name: 'Ekonomi',
  groups: ['Ekonomi'],
  members: ['maria.holm', 'nils.jonsson', 'karin.lindqvist'],
  wait: 14,
  talk: 260,
  transfers: 0.05,
}
export const queues: readonly Queue[] = [attendants, order, finance]

export const mainNumber = { number: '+46846500400', name: 'Huvudnummer' }
export const mainMenu = { number: '+46846500401', name: 'Huvudmeny' }
export const sales = {
  number: '+46846500430',
  name: 'Försäljning',
  members: ['erik.svensson', 'jan.hansson', 'oskar.nystrom', 'emil.ekstrom'],
}
export const answeringService = { id: 'svarsservice', name: 'Svarsservice' }

const object = (
  objectType: string,
  identifier: string,
  name: string,
  groups: readonly string[] = []
): CollectedObject => ({ objectType, identifier, name, groups })

/** Everything that the demo customer has statistics about. */
export const castObjects: readonly CollectedObject[] = [
  ...people.map(({ user, name, groups }) => object('user', user, name, groups)),
  ...queues.map(({ type, number, name, groups }) => object(type, number, name, groups)),
  object('huntGroup', sales.number, sales.name, ['Försäljning']),
  object('functionNumber', mainNumber.number, mainNumber.name),
  object('menu', mainMenu.number, mainMenu.name),
  object('externalSystem', answeringService.id, answeringService.name),
  object('organisation', 'stockholm', 'Stockholm'),
  object('organisation', 'goteborg', 'Göteborg'),
]

const block = (prefix: string, from: number, to: number, digits: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => prefix + String(from + index).padStart(digits, '0')
  )

/** Who calls: some often, most seldom. */
export const callers: readonly string[] = [
  ...block('+464062804', 0, 99, 2),
  ...block('+469803192', 0, 99, 2),
  ...block('+467017406', 20, 99, 2),
]
