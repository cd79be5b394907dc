import type { CollectedObject } from '#core/contracts/collector'
import type { Medium } from '../media.js'

export const agents = [
  { id: 'lisa.friberg', name: 'Lisa Friberg' },
  { id: 'tomas.ek', name: 'Tomas Ek' },
  { id: 'yasmin.aziz', name: 'Yasmin Aziz' },
] as const

/** A service id, how its customers make contact and what they ask about: each weighs as it often comes. */
export interface DemoService {
  id: string
  name: string
  media: Partial<Record<Medium, number>>
  markings: Readonly<Record<string, number>>
  talk: number
}

export const services: readonly DemoService[] = [
  {
    id: '1001',
    name: 'Medlemsservice',
    media: { voice: 7, email: 3 },
    markings: { Faktura: 5, Adressändring: 3, Medlemskap: 3, Övrigt: 2 },
    talk: 250,
  },
  {
    id: '1002',
    name: 'Teknisk support',
    media: { voice: 6, email: 2, chat: 2 },
    markings: { 'Inloggning': 5, 'Leverans': 3, 'Fel på vara': 3, 'Övrigt': 1 },
    talk: 410,
  },
]

export const questions = ['Helhet', 'Bemötande'] as const

const object = (objectType: string, identifier: string, name: string): CollectedObject => ({
  objectType,
  identifier,
  name,
  groups: ['Kundtjänst'],
})

export const castObjects: readonly CollectedObject[] = [
  ...services.map(({ id, name }) => object('serviceId', id, name)),
  ...agents.map(({ id, name }) => object('agent', id, name)),
]

export const callers: readonly string[] = Array.from(
  { length: 70 },
  (_, index) => `+469803192${String(index).padStart(2, '0')}`
)
