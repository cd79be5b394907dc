import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

const own = randomBytes(6).toString('hex')

/** What tells this process from every other that ever worked: on which machine, by which number. */
export const thisWorker = () => `${hostname().slice(0, 30)}:${process.pid}:${own}`
