import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Exchange } from '../../demo/manager/exchange.js'
import { type Faults, ManagerServer } from '../../demo/manager/manager_server.js'

/** A manager interface on this machine, of an account `stat` with the secret `secret`. */
export async function managerStandIn(exchange: Exchange, faults: Faults = {}) {
  const sockets = new Set<Socket>()
  const manager = new ManagerServer(exchange, 'secret', faults)
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    sockets.add(socket)
    manager.connected(socket)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    asked: manager.asked,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Tells all who are signed in what has happened. */
    tell: () => manager.tell(),
    drop: () => manager.drop(),
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
