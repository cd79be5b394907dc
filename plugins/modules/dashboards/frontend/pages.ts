import { definePages } from '#core/contracts/module_page'

export default definePages({
  routes: [
    {
      name: 'boards',
      path: '',
      capability: 'read',
      title: 'title',
      frame: 'whole',
      view: () => import('./CataloguePage.vue'),
    },
    {
      name: 'new',
      path: 'new',
      capability: 'manage',
      title: 'newTitle',
      frame: 'whole',
      view: () => import('./NewBoardPage.vue'),
    },
    {
      name: 'screens',
      path: 'screens',
      capability: 'screens',
      title: 'screensTitle',
      frame: 'whole',
      view: () => import('./ScreensPage.vue'),
    },
    {
      name: 'board',
      path: ':id',
      capability: 'read',
      title: 'boardTitle',
      frame: 'whole',
      view: () => import('./BoardPage.vue'),
    },
    {
      name: 'edit',
      path: ':id/edit',
      capability: 'manage',
      title: 'editTitle',
      frame: 'whole',
      view: () => import('./EditorPage.vue'),
    },
  ],
  menu: [{ route: 'boards', label: 'title', icon: 'layout-dashboard' }],
})
