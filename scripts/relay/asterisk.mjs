#!/usr/bin/env node
// Tells Telestat what is so now in the queues of an Asterisk that it cannot reach: this runs beside the
// Asterisk, reads its manager interface and calls out over HTTPS. One file, Node 20 or newer, nothing else.
// Settings are environment variables; see docs/live.md.
import { createHash } from 'node:crypto'
import { connect as connectPlain } from 'node:net'
import { connect as connectSecure } from 'node:tls'

const {
  TELESTAT_URL,
  TELESTAT_POINT = 'default',
  TELESTAT_TOKEN,
  TELESTAT_SECRET,
  AMI_HOST = '127.0.0.1',
  AMI_TLS,
  AMI_USER,
  AMI_SECRET,
  WRAP_UP_SECONDS = '0',
} = process.env
const tls = AMI_TLS === 'true'
const port = Number(process.env.AMI_PORT ?? (tls ? 5039 : 5038))
const missing = Object.entries({
  TELESTAT_URL,
  TELESTAT_TOKEN,
  TELESTAT_SECRET,
  AMI_USER,
  AMI_SECRET,
})
  .filter(([, value]) => !value)
  .map(([name]) => name)
if (missing.length > 0) {
  console.error(`Set ${missing.join(', ')}.`)
  process.exit(2)
}

const GOOD_FOR_SECONDS = 60
const EVERY_MS = 20_000
/** After an event, so that what belongs together is told together. */
const GATHERED_MS = 400
const ANSWERED_WITHIN_MS = 10_000
const MOST_BYTES = 16 * 1024 * 1024
const address = new URL(
  `/api/live/v1/${encodeURIComponent(TELESTAT_POINT)}?source=asterisk`,
  TELESTAT_URL
)

/** Since when each agent has been in the state that they are in, as far as was seen here. */
const seen = new Map()

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** One session, from signing in until it ends; rejects with why. */
function session() {
  return new Promise((_, reject) => {
    const socket = tls
      ? connectSecure({ host: AMI_HOST, port, servername: AMI_HOST })
      : connectPlain({ host: AMI_HOST, port })
    let text = ''
    let hasGreeted = false
    let isSignedIn = false
    let list
    let timer
    let late
    const end = (why) => {
      clearTimeout(timer)
      clearTimeout(late)
      clearInterval(beat)
      socket.destroy()
      reject(new Error(why))
    }
    const send = (fields) =>
      socket.write(
        `${Object.entries(fields)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\r\n')}\r\n\r\n`
      )
    const expect = () => {
      clearTimeout(late)
      late = setTimeout(() => end('Asterisk does not answer.'), ANSWERED_WITHIN_MS)
    }
    const ask = () => {
      timer = undefined
      // One list at a time; what happens meanwhile asks for the next.
      if (list) return soon()
      list = []
      expect()
      send({ Action: 'QueueStatus', ActionID: 'list' })
    }
    const soon = () => (timer ??= setTimeout(ask, GATHERED_MS))
    const beat = setInterval(() => isSignedIn && soon(), EVERY_MS)

    const take = (message) => {
      const { event = '', response = '', challenge } = message
      if (response.toLowerCase() === 'error')
        return end(`Asterisk refuses: ${message.message ?? ''}`)
      if (challenge !== undefined) {
        const key = createHash('md5').update(`${challenge}${AMI_SECRET}`).digest('hex')
        return send({
          Action: 'Login',
          AuthType: 'MD5',
          Username: AMI_USER,
          Key: key,
          Events: 'agent,system',
        })
      }
      if (!isSignedIn && response) {
        isSignedIn = true
        clearTimeout(late)
        console.log(`Listening to ${AMI_HOST}:${port}.`)
        return ask()
      }
      if (/^queuestatuscomplete$/i.test(event)) {
        clearTimeout(late)
        const items = list ?? []
        list = undefined
        return void tell(objectsOf(items)).catch((error) =>
          console.error(`Not told: ${error.message}`)
        )
      }
      if (list && message.actionid === 'list') list.push(message)
      else if (/^(queue|agent)/i.test(event) || /^fullybooted$/i.test(event)) soon()
    }
    socket.setKeepAlive(true, 15_000)
    socket.on('error', (error) => end(error.message))
    socket.on('close', () => end('Asterisk has closed the connection.'))
    expect()
    socket.setEncoding('utf8')
    socket.on('data', (piece) => {
      text += piece
      if (text.length > MOST_BYTES) return end('A message has no end.')
      if (!hasGreeted) {
        const line = text.indexOf('\n')
        if (line < 0) return
        if (!/^Asterisk Call Manager\//i.test(text)) return end('This is no manager interface.')
        hasGreeted = true
        text = text.slice(line + 1)
        send({ Action: 'Challenge', AuthType: 'MD5', ActionID: 'challenge' })
      }
      const parts = text.split('\r\n\r\n')
      text = parts.pop()
      for (const part of parts) take(messageOf(part))
    })
  })
}

const messageOf = (part) =>
  Object.fromEntries(
    part.split('\r\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trimStart()]
    })
  )

/** An agent as queue_log names it: a channel without what says which call it is. */
const agentName = (name) =>
  name.includes('/')
    ? name
        .replace(/\/n[a-z]*$/, '')
        .replace(/;[12]$/, '')
        .replace(/-[0-9a-f]{8}$/, '')
    : name.trim()

const strongest = ['talking', 'ringing', 'wrapUp', 'busy', 'paused', 'ready', 'unreachable']

function stateOf(member, now) {
  const status = Number(member.status)
  if (member.incall === '1') return 'talking'
  if (status === 6 || status === 7) return 'ringing'
  const wrapUp = Number(member.wrapuptime) || Number(WRAP_UP_SECONDS)
  const lastCall = Number(member.lastcall)
  if (wrapUp > 0 && lastCall > 0 && (lastCall + wrapUp) * 1000 > now) return 'wrapUp'
  if (status === 2 || status === 3 || status === 8) return 'busy'
  if (member.paused === '1') return 'paused'
  return status === 0 || status === 1 ? 'ready' : 'unreachable'
}

/** All queues and agents of one list. */
function objectsOf(items, now = Date.now()) {
  const queues = new Map()
  const agents = new Map()
  const queueOf = (name) => {
    if (!queues.has(name)) queues.set(name, { waits: [], by: {}, all: [], paused: [] })
    return queues.get(name)
  }
  for (const item of items) {
    const event = (item.event ?? '').toLowerCase()
    if (event === 'queueparams') queueOf(item.queue)
    if (event === 'queueentry') queueOf(item.queue).waits.push(now - Number(item.wait) * 1000)
    if (event !== 'queuemember') continue
    const queue = queueOf(item.queue)
    const name = agentName(item.name ?? item.location)
    const state = stateOf(item, now)
    queue.all.push(name)
    if (item.paused === '1') queue.paused.push(name)
    ;(queue.by[state] ??= []).push(name)
    const known = agents.get(name)
    if (!known || strongest.indexOf(state) < strongest.indexOf(known.state)) {
      agents.set(name, { state, reason: item.paused === '1' ? item.pausedreason || null : null })
    }
  }
  for (const name of seen.keys()) if (!agents.has(name)) seen.delete(name)
  return [
    ...[...queues].map(([identifier, { waits, by, all, paused }]) => ({
      type: 'queue',
      identifier,
      values: {
        waiting: waits.length,
        longestWaitSince: waits.length > 0 ? new Date(Math.min(...waits)).toISOString() : null,
        agentsLoggedOn: all,
        agentsReady: by.ready ?? [],
        agentsTalking: by.talking ?? [],
        agentsRinging: by.ringing ?? [],
        agentsWrapUp: by.wrapUp ?? [],
        agentsPaused: paused,
        agentsBusy: by.busy ?? [],
      },
    })),
    ...[...agents].map(([identifier, { state, reason }]) => {
      if (seen.get(identifier)?.state !== state) seen.set(identifier, { state, since: now })
      const stateSince = new Date(seen.get(identifier).since).toISOString()
      return { type: 'agent', identifier, values: { state, stateSince, pauseReason: reason } }
    }),
  ]
}

async function tell(objects) {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'api-token': TELESTAT_TOKEN,
      'api-secret': TELESTAT_SECRET,
    },
    body: JSON.stringify({ goodFor: GOOD_FOR_SECONDS, whole: true, objects }),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${answer.slice(0, 300)}`)
}

for (let failures = 0; ; failures += 1) {
  const began = Date.now()
  await session().catch((error) => console.error(error.message))
  if (Date.now() - began > 60_000) failures = 0
  await pause(Math.min(60_000, 1000 * 2 ** failures) * (0.8 + Math.random() * 0.4))
}
