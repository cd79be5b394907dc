import { createRouter, createWebHistory } from 'vue-router'
import { useSessionStore } from './stores/session.js'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to anybody, without the menu. */
    open?: true
    /** Key of the page's title. */
    title?: string
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/sign-in',
      name: 'signIn',
      component: () => import('./pages/SignInPage.vue'),
      meta: { open: true, title: 'signIn.title' },
    },
    {
      path: '/invitation/:token',
      name: 'invitation',
      component: () => import('./pages/InvitationPage.vue'),
      meta: { open: true, title: 'invitation.title' },
    },
    {
      path: '/demo/mails',
      name: 'demoMails',
      component: () => import('./pages/DemoMailsPage.vue'),
      meta: { open: true, title: 'demoMails.title' },
    },
    {
      path: '/',
      name: 'start',
      component: () => import('./pages/StartPage.vue'),
      meta: { title: 'menu.start' },
    },
    {
      path: '/reports/basic',
      name: 'basicReports',
      component: () => import('./pages/BasicReportsPage.vue'),
      meta: { title: 'menu.basicReports' },
    },
    {
      path: '/:path(.*)*',
      name: 'notFound',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { title: 'notFound.title' },
    },
  ],
})

router.beforeEach(async (to) => {
  const session = useSessionStore()
  if (!session.known) await session.load().catch(() => undefined)
  if (!session.signedIn && !to.meta.open) {
    return { name: 'signIn', query: to.fullPath === '/' ? {} : { back: to.fullPath } }
  }
  if (session.signedIn && to.name === 'signIn') return { name: 'start' }
  return true
})
