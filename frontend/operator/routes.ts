import type { RouteRecordRaw } from 'vue-router'
import type { PartOfPage } from '../i18n.js'

const words: PartOfPage[] = ['administration', 'operator']

/** The pages of those who run the installation. */
export const operatorRoutes: RouteRecordRaw[] = [
  {
    path: '/operator/customers',
    name: 'operatorCustomers',
    component: () => import('../pages/operator/CustomersPage.vue'),
    meta: { title: 'menu.operatorCustomers', capability: 'operator.customers', words },
  },
  {
    path: '/operator/customers/:id(\\d+)',
    name: 'operatorCustomers.one',
    component: () => import('../pages/operator/CustomerPage.vue'),
    props: ({ params }) => ({ id: Number(params.id) }),
    meta: { title: 'menu.operatorCustomers', capability: 'operator.customers', words },
  },
  {
    path: '/operator/brands',
    name: 'operatorBrands',
    component: () => import('../pages/operator/BrandsPage.vue'),
    meta: { title: 'menu.operatorBrands', capability: 'operator.brands', words },
  },
  {
    path: '/operator/users',
    name: 'operatorUsers',
    component: () => import('../pages/operator/AccountsPage.vue'),
    meta: { title: 'menu.operatorUsers', capability: 'operator.users', words },
  },
  {
    path: '/operator/health',
    name: 'operatorHealth',
    component: () => import('../pages/operator/HealthPage.vue'),
    meta: { title: 'menu.operatorHealth', capability: 'operator.health', words },
  },
  {
    path: '/operator/jobs',
    name: 'operatorJobs',
    component: () => import('../pages/operator/JobsPage.vue'),
    meta: {
      title: 'menu.operatorJobs',
      capability: 'operator.jobs',
      words: [...words, 'jobs'],
    },
  },
]
