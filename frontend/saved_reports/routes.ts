import type { RouteRecordRaw } from 'vue-router'
import type { PartOfPage } from '../i18n.js'

const words: PartOfPage[] = ['administration', 'advanced', 'connectors', 'savedReports']

/** The archive of saved reports, each of them, and what other systems read of them. */
export const savedReportRoutes: RouteRecordRaw[] = [
  {
    path: '/reports/saved',
    name: 'savedReports',
    component: () => import('../pages/SavedReportsPage.vue'),
    meta: { title: 'menu.savedReports', capability: 'savedReports.read', words },
  },
  {
    path: '/reports/saved/:id(\\d+)',
    name: 'savedReports.one',
    component: () => import('../pages/SavedReportPage.vue'),
    props: ({ params }) => ({ id: Number(params.id) }),
    meta: { title: 'menu.savedReports', capability: 'savedReports.read', words },
  },
  {
    path: '/reports/connectors',
    name: 'connectors',
    component: () => import('../pages/ConnectorsPage.vue'),
    meta: { title: 'menu.connectors', capability: 'connectors.manage', words },
  },
]
