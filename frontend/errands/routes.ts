import type { RouteRecordRaw } from 'vue-router'

/** Errands that people report and follow up. */
export const errandRoutes: RouteRecordRaw[] = [
  {
    path: '/errands',
    name: 'errands',
    component: () => import('../pages/ErrandsPage.vue'),
    meta: {
      title: 'menu.errands',
      capability: 'errands.read',
      words: ['administration', 'errands'],
    },
  },
  {
    path: '/errands/:service/:errand',
    name: 'errands.one',
    component: () => import('../pages/ErrandPage.vue'),
    props: true,
    meta: {
      title: 'menu.errands',
      capability: 'errands.read',
      words: ['administration', 'errands'],
    },
  },
]
