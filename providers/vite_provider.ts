import ViteProvider from '@adonisjs/vite/vite_provider'

/** The tests use the built page: in the test environment the package would start a dev server of its own. */
export default class extends ViteProvider {
  async start() {
    if (!this.app.inTest) await super.start()
  }

  async shutdown() {
    if (!this.app.inTest) await super.shutdown()
  }
}
