import type { ApplicationService } from '@adonisjs/core/types'

/** A server starts only on a database whose tables are those of its version. */
export default class SchemaProvider {
  constructor(protected app: ApplicationService) {}

  async start() {
    if (this.app.getEnvironment() !== 'web') return
    const { demandSchema } = await import('#core/operations/demand_schema')
    await demandSchema()
  }
}
