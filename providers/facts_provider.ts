import type { ApplicationService } from '@adonisjs/core/types'

export default class FactsProvider {
  constructor(protected app: ApplicationService) {}

  register() {}
}
