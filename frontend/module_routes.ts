import type { Router, RouteRecordRaw } from 'vue-router'
import { openPages, routeName } from './modules.js'
import type { ModulePages } from '#core/contracts/module_page'

/** Adds the pages of these modules to the page's own; answers whether there are new ones. */
export async function addModuleRoutes(router: Router, keys: readonly string[]): Promise<boolean> {
  const opened = await openPages(keys)
  for (const [key, { routes }] of opened) {
    for (const route of routes) router.addRoute(routeOf(key, route))
  }
  return opened.size > 0
}

const routeOf = (
  key: string,
  { name, path, capability, shortcut }: ModulePages['routes'][number]
): RouteRecordRaw => ({
  path: path ? `/${key}/${path}` : `/${key}`,
  ...(shortcut !== undefined && { alias: `/${shortcut}` }),
  name: routeName(key, name),
  component: () => import('./pages/ModulePage.vue'),
  props: (to) => ({ module: key, page: name, params: to.params }),
  meta: { capability: `${key}.${capability}`, words: ['administration'] },
})
