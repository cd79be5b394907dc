import { connect } from 'node:net'
import env from '#start/env'

const KEPT_MS = 30_000
const LONGEST_MS = 5000
const PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 }

let last: { at: number; answer: Promise<boolean> } | undefined

/** Whether the mail server takes connections, asked every half minute at most; true where mails are files. */
export async function mailServerAnswers(): Promise<boolean> {
  const address = env.get('SMTP_URL')
  if (!address) return true
  if (!last || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), answer: answers(address) }
  return last.answer
}

const answers = (address: string) =>
  new Promise<boolean>((resolve) => {
    const { protocol, hostname, port } = new URL(address)
    const socket = connect(Number(port) || PORTS[protocol] || 25, hostname)
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.setTimeout(LONGEST_MS, () => end(false))
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
