import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import encryption from '@adonisjs/core/services/encryption'
import type { Json } from '#core/contracts/scalar'
import type { SourcePlugin } from '#core/contracts/source'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** A stand-in of a platform that listens on this machine. */
export interface ServedPlatform {
  goOn(now: Date): void
  close(): void
}

/**
 * Has a stand-in of the source's platform listen on this machine alone, and sets the demo's collection
 * points so that their collector finds it. Undefined where the source has none.
 */
export async function servePlatform(
  source: SourcePlugin,
  of: { customerId: number; zone: string; pace: number; now: Date }
): Promise<ServedPlatform | undefined> {
  if (!source.demoPlatform) return undefined
  const secret = randomBytes(18).toString('base64url')
  const platform = source.demoPlatform({ zone: of.zone, pace: of.pace, secret })
  platform.goOn(of.now)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.setNoDelay(true)
    platform.connected(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  server.unref()
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = sealed(source, platform.settings({ address, secret }))
  for (const point of await CollectionPoint.query().where({
    customerId: of.customerId,
    source: source.key,
  })) {
    await point.merge({ settings: { ...point.settings, ...settings } }).save()
  }
  return {
    goOn: (now) => platform.goOn(now),
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const sealed = (source: SourcePlugin, settings: Readonly<Record<string, Json>>) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      source.pointSettings?.[name]?.type === 'secret' ? encryption.encrypt(value) : value,
    ])
  )
