import { definePages } from '#core/contracts/module_page'
import type { Desk } from './api.js'

export default definePages({
  routes: [
    {
      name: 'desk',
      path: '',
      shortcut: 'agent',
      capability: 'own',
      title: 'title',
      frame: 'whole',
      view: () => import('./DeskPage.vue'),
    },
    {
      name: 'team',
      path: 'team',
      capability: 'team',
      title: 'teamTitle',
      frame: 'whole',
      view: () => import('./TeamPage.vue'),
    },
    {
      name: 'agents',
      path: 'agents',
      capability: 'settings',
      title: 'agentsTitle',
      frame: 'whole',
      view: () => import('./AgentsPage.vue'),
    },
  ],
  menu: [
    { route: 'desk', label: 'title', icon: 'headset' },
    { route: 'team', label: 'teamTitle', icon: 'users' },
    { route: 'agents', label: 'agentsTitle', icon: 'user-cog' },
  ],
  beforeSignOut: {
    route: 'desk',
    capability: 'own',
    // Who is logged on to queues is asked what is to become of that.
    isNeeded: async (get) => {
      const { agents } = await get<Desk>('me')
      return agents.some(({ queues }) => queues.some(({ isOn }) => isOn))
    },
  },
})
