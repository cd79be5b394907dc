import { createRouter, createWebHistory } from 'vue-router'
import { administrationRoutes } from './administration/routes.js'
import { errandRoutes } from './errands/routes.js'
import { needWords, type PartOfPage } from './i18n.js'
import { addModuleRoutes } from './module_routes.js'
import { operatorRoutes } from './operator/routes.js'
import { savedReportRoutes } from './saved_reports/routes.js'
import { useSessionStore } from './stores/session.js'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to anybody, without the menu. */
    open?: true
    /** Key of the page's title. */
    title?: string
    /** What the reader must be let do to open it. */
    capability?: string
    /** Whose words it needs besides. */
    words?: PartOfPage[]
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/sign-in',
      // What links on other sites say.
      alias: '/login',
      name: 'signIn',
      component: () => import('./pages/SignInPage.vue'),
      meta: { open: true, title: 'signIn.title' },
    },
    {
      path: '/sign-in/method',
      name: 'signInMethod',
      component: () => import('./pages/SignInMethodPage.vue'),
      meta: { open: true, title: 'signIn.factor.chooseTitle' },
    },
    {
      path: '/sign-in/code/:method',
      name: 'signInCode',
      component: () => import('./pages/SignInCodePage.vue'),
      props: true,
      meta: { open: true, title: 'signIn.factor.codeTitle' },
    },
    {
      path: '/forgotten-password',
      name: 'forgottenPassword',
      component: () => import('./pages/ForgottenPasswordPage.vue'),
      meta: { open: true, title: 'password.forgottenTitle' },
    },
    {
      path: '/password-reset/:token',
      name: 'newPassword',
      component: () => import('./pages/NewPasswordPage.vue'),
      meta: { open: true, title: 'password.newTitle' },
    },
    {
      path: '/email-change/:token',
      name: 'emailChange',
      component: () => import('./pages/EmailChangePage.vue'),
      meta: { open: true, title: 'emailChange.title' },
    },
    {
      path: '/enrolment/:token',
      name: 'enrolment',
      component: () => import('./pages/EnrolmentPage.vue'),
      meta: { open: true, title: 'enrolment.title' },
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
      meta: { title: 'menu.basicReports', words: ['advanced', 'savedReports'] },
    },
    {
      path: '/reports/advanced',
      name: 'advancedReports',
      component: () => import('./pages/AdvancedReportsPage.vue'),
      meta: {
        title: 'menu.advancedReports',
        capability: 'reports.read',
        words: ['advanced', 'savedReports'],
      },
    },
    ...savedReportRoutes,
    {
      path: '/account',
      name: 'account',
      component: () => import('./pages/AccountPage.vue'),
      meta: { title: 'menu.account' },
    },
    {
      path: '/files',
      name: 'jobs',
      component: () => import('./pages/JobsPage.vue'),
      meta: { title: 'menu.jobs', capability: 'jobs.own', words: ['administration', 'jobs'] },
    },
    {
      path: '/sent/:id',
      name: 'sentFile',
      component: () => import('./pages/SentFilePage.vue'),
      props: true,
      meta: { title: 'sentFile.title' },
    },
    ...errandRoutes,
    ...administrationRoutes,
    ...operatorRoutes,
    {
      path: '/:path(.*)*',
      name: 'notFound',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { title: 'notFound.title' },
    },
  ],
})

const signInSteps = new Set<unknown>(['signIn', 'signInMethod', 'signInCode'])

router.beforeEach(async (to) => {
  const session = useSessionStore()
  if (!session.known) await session.load().catch(() => undefined)
  if (!session.signedIn && !to.meta.open) {
    // `?connection=azure` opens the organisation's own sign-in at once, whatever the page.
    const { connection, customer, ...rest } = to.query
    const back = router.resolve({ path: to.path, query: rest, hash: to.hash }).fullPath
    const said = {
      ...(typeof connection === 'string' && { connection }),
      ...(typeof connection === 'string' && typeof customer === 'string' && { customer }),
    }
    const kept = said.connection === undefined ? to.fullPath : back
    return { name: 'signIn', query: { ...said, ...(kept !== '/' && { back: kept }) } }
  }
  if (session.signedIn && signInSteps.has(to.name)) {
    // Joining an organisation's account can fail while one is signed in.
    const { problem } = to.query
    return problem ? { name: 'account', query: { problem } } : { name: 'start' }
  }
  // Their pages are added when it is known which the customer has: then what was asked for may be one of them.
  if (session.session && (await addModuleRoutes(router, session.session.modules))) {
    const { path, query, hash } = to
    return { path, query, hash, replace: true }
  }
  // Who only runs the installation has no reports to start with.
  if (to.name === 'start' && !session.can('reports.read') && session.can('operator.customers')) {
    return { name: 'operatorCustomers' }
  }
  if (to.meta.capability && !session.can(to.meta.capability)) {
    return { name: 'notFound', params: { path: to.path.slice(1).split('/') } }
  }
  if (to.meta.words) await needWords(to.meta.words)
  return true
})
