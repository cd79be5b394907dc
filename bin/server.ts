import { prettyPrintError } from '@adonisjs/core'
import { makeServer } from './http_server.js'
import { ignitor } from './ignitor.js'
import './closed_objects.js'

ignitor()
  .httpServer()
  .start(makeServer)
  .catch((error: unknown) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
