import router from '@adonisjs/core/services/router'
import type { Capability } from '#core/permissions/matrix'
import { middleware } from '#start/kernel'

const Accounts = () => import('#core/operations/controllers/accounts_controller')
const Brandings = () => import('#core/operations/controllers/customer_brandings_controller')
const Brands = () => import('#core/operations/controllers/brands_controller')
const Customers = () => import('#core/operations/controllers/customers_controller')
const Health = () => import('#core/operations/controllers/health_controller')
const Plugins = () => import('#core/operations/controllers/plugins_controller')
const Points = () => import('#core/operations/controllers/points_controller')

/** Addresses of operators, under one capability. */
const operated = (capability: Capability, name: string, routes: () => void) =>
  router
    .group(routes)
    .prefix('/api/operator/v1')
    .use(middleware.reader({ capability }))
    .as(`operator.${name}`)

operated('operator.customers', 'customers', () => {
  router.get('customers', [Customers, 'index'])
  router.post('customers', [Customers, 'store'])
  router.get('customers/:id', [Customers, 'show'])
  router.patch('customers/:id', [Customers, 'update'])
  router.delete('customers/:id', [Customers, 'destroy'])
  router.post('customers/:id/open', [Customers, 'open'])
  router.get('customers/:id/branding', [Brandings, 'show'])
  router.patch('customers/:id/branding', [Brandings, 'update'])
  router.put('customers/:id/branding/logo', [Brandings, 'logo'])
})

operated('operator.brands', 'brands', () => {
  router.get('brands', [Brands, 'index'])
  router.post('brands', [Brands, 'store'])
  router.patch('brands/:id', [Brands, 'update'])
  router.delete('brands/:id', [Brands, 'destroy'])
  router.put('brands/:id/logo', [Brands, 'logo'])
})

operated('operator.plugins', 'plugins', () => {
  router.get('customers/:id/plugins', [Plugins, 'index'])
  router.put('customers/:id/plugins/:plugin', [Plugins, 'update'])
  router.get('customers/:id/points', [Points, 'index'])
  router.post('customers/:id/points', [Points, 'store'])
  router.get('customers/:id/points/:point', [Points, 'show'])
  router.patch('customers/:id/points/:point', [Points, 'update'])
  router.post('customers/:id/points/:point/test', [Points, 'test'])
})

operated('operator.users', 'users', () => {
  router.get('users', [Accounts, 'index'])
  router.post('users/:id/unlock', [Accounts, 'unlock'])
  router.post('users/:id/enrolment', [Accounts, 'enrol'])
  router.post('customers/:id/administrators', [Accounts, 'store'])
})

operated('operator.health', 'health', () => {
  router.get('health', [Health, 'show'])
  router.get('health/points', [Health, 'points'])
})
