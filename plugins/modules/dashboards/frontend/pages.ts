import { definePages } from '#core/contracts/module_page'
import type { ListedBoard } from './api.js'

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
  startBlocks: [{ capability: 'read', view: () => import('./StartBoards.vue') }],
  resultActions: [{ capability: 'manage', view: () => import('./pin/PinResult.vue') }],
  menu: [{ route: 'boards', label: 'title', icon: 'layout-dashboard' }],
  find: async ({ text, can, get }) => {
    if (!can('read')) return []
    const { boards } = await get<{ boards: ListedBoard[] }>('boards')
    const sought = text.toLowerCase()
    return boards
      .filter(({ name }) => name.toLowerCase().includes(sought))
      .map(({ id, name }) => ({
        label: name,
        icon: 'layout-dashboard',
        route: 'board',
        params: { id: String(id) },
      }))
  },
})
