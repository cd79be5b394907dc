import { definePages } from '#core/contracts/module_page'

export default definePages({
  routes: [
    {
      name: 'messages',
      path: '',
      capability: 'read',
      title: 'title',
      frame: 'whole',
      view: () => import('./MessagesPage.vue'),
    },
    {
      name: 'sendings',
      path: 'sendings',
      capability: 'read',
      title: 'sendingsTitle',
      frame: 'whole',
      view: () => import('./SendingsPage.vue'),
    },
    {
      name: 'new',
      path: 'sendings/new',
      capability: 'sendings',
      title: 'newTitle',
      frame: 'whole',
      view: () => import('./NewSendingPage.vue'),
    },
    {
      name: 'sending',
      path: 'sendings/:id',
      capability: 'read',
      title: 'sendingTitle',
      frame: 'whole',
      view: () => import('./SendingPage.vue'),
    },
    {
      name: 'optouts',
      path: 'optouts',
      capability: 'read',
      title: 'optoutsTitle',
      frame: 'whole',
      view: () => import('./OptoutsPage.vue'),
    },
  ],
  menu: [{ route: 'messages', label: 'title', icon: 'message-square-text' }],
})
