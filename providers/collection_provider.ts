import type { ApplicationService } from '@adonisjs/core/types'

export default class CollectionProvider {
  constructor(protected app: ApplicationService) {}

  register() {}
}
