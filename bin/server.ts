import { prettyPrintError } from '@adonisjs/core'
import { ignitor } from './ignitor.js'
import './closed_objects.js'

ignitor()
  .httpServer()
  .start()
  .catch((error: unknown) => {
    process.exitCode = 1
    void prettyPrintError(error)
  })
