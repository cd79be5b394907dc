import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

/**
 * Connectors of saved reports, and the addresses at which other systems read them.
 *
 *   GET    connectors?all=true&filter=&offset=&limit=&order= → { connectors: [Connector & { savedReport, owner }], found, all }
 *   GET    saved-reports/:id/connectors                    → { connectors: [Connector], kinds: [{ key, label, description }], periods: [{ key, most }] }
 *   POST   saved-reports/:id/connectors                    { kind, enabled, tokenRequired, period, periodCount?, specification, grouped, origins? } → 201 { connector, token }
 *   PUT    saved-reports/:id/connectors/:connector         the same without kind → { connector, token }; DELETE → 204
 *   POST   saved-reports/:id/connectors/:connector/token   → { connector, token }; the old token opens nothing any more
 *   GET    saved-reports/:id/connectors/:connector/pulls   → { pulls: [{ at, path, status, by, address, milliseconds, bytes }] }, the newest first
 *   GET    saved-reports/:id/connectors/:connector/guide   → { title, report, steps }
 *   GET    /c/:address/*                                   what the connector plugins serve; docs/add-a-connector.md
 *
 * A token is in an answer once, when it was made, and null otherwise.
 */

const Connectors = () => import('#core/feeds/controllers/connectors_controller')
const Addresses = () => import('#core/feeds/controllers/addresses_controller')

router
  .group(() => {
    router.get('connectors', [Connectors, 'index'])
    router.post('connectors', [Connectors, 'store'])
    router.put('connectors/:connector', [Connectors, 'update'])
    router.delete('connectors/:connector', [Connectors, 'destroy'])
    router.post('connectors/:connector/token', [Connectors, 'rotate'])
    router.get('connectors/:connector/pulls', [Connectors, 'pulls'])
    router.get('connectors/:connector/guide', [Connectors, 'guide'])
  })
  .prefix('/api/report/v1/saved-reports/:id')
  .use(middleware.reader({ grant: 'report', capability: 'connectors.manage' }))
  .as('feeds')

router
  .get('/api/report/v1/connectors', [Connectors, 'overview'])
  .use(middleware.reader({ grant: 'report', capability: 'connectors.manage' }))
  .as('feeds.overview')

router
  .group(() => {
    router.get('/c/:address', [Addresses, 'show']).as('addresses.root')
    router.get('/c/:address/*', [Addresses, 'show']).as('addresses.below')
    // Several reads in one request.
    router.post('/c/:address/*', [Addresses, 'show']).as('addresses.bundled')
  })
  .use(middleware.connector({ capability: 'connectors.pull' }))

router
  .group(() => {
    router.route('/c/:address', ['OPTIONS'], [Addresses, 'options']).as('addresses.root.options')
    router.route('/c/:address/*', ['OPTIONS'], [Addresses, 'options']).as('addresses.below.options')
  })
  .use(middleware.anyone({ capability: 'connectors.options' }))
