import type { RouteRecordRaw } from 'vue-router'
import type { PartOfPage } from '../i18n.js'
import { sectionRoute } from './settings_sections.js'

const words: PartOfPage[] = ['administration']
const people = () => import('../pages/administration/PeoplePage.vue')
const person = () => import('../pages/administration/PersonPage.vue')
const personOf = ({ params }: { params: Record<string, string | string[]> }) => String(params.id)
const idOf = ({ params }: { params: Record<string, string | string[]> }) => Number(params.id)

const settings = [
  { section: 'counting', path: '/administration/settings' },
  { section: 'hours', path: '/administration/settings/hours' },
  { section: 'delivery', path: '/administration/settings/delivery' },
  { section: 'look', path: '/administration/settings/look' },
  { section: 'operators', path: '/administration/settings/operators' },
] as const

/** The pages of a customer's administration, each for who may do what it is about. */
export const administrationRoutes: RouteRecordRaw[] = [
  {
    path: '/administration/users',
    name: 'users',
    component: people,
    props: { kind: 'users' },
    meta: { title: 'menu.users', capability: 'users.manage', words },
  },
  {
    path: '/administration/users/:id(i?\\d+)',
    name: 'users.one',
    component: person,
    props: (route) => ({ kind: 'users', id: personOf(route) }),
    meta: { title: 'menu.users', capability: 'users.manage', words },
  },
  {
    path: '/administration/customer-users',
    name: 'customer-users',
    component: people,
    props: { kind: 'customer-users' },
    meta: { title: 'menu.customerUsers', capability: 'customerUsers.manage', words },
  },
  {
    path: '/administration/customer-users/:id(i?\\d+)',
    name: 'customer-users.one',
    component: person,
    props: (route) => ({ kind: 'customer-users', id: personOf(route) }),
    meta: { title: 'menu.customerUsers', capability: 'customerUsers.manage', words },
  },
  {
    path: '/administration/objects',
    name: 'measuredObjects',
    component: () => import('../pages/administration/ObjectsPage.vue'),
    meta: { title: 'menu.measuredObjects', capability: 'objects.manage', words },
  },
  {
    path: '/administration/groups',
    name: 'groups',
    component: () => import('../pages/administration/GroupsPage.vue'),
    meta: { title: 'menu.groups', capability: 'objects.manage', words: [...words, 'savedReports'] },
  },
  {
    path: '/administration/groups/:id(\\d+)',
    name: 'groups.one',
    component: () => import('../pages/administration/GroupPage.vue'),
    props: (route) => ({ id: idOf(route) }),
    meta: { title: 'menu.groups', capability: 'objects.manage', words },
  },
  {
    path: '/administration/collection',
    name: 'collection',
    component: () => import('../pages/administration/CollectionPage.vue'),
    meta: { title: 'menu.collection', capability: 'points.read', words },
  },
  {
    path: '/administration/audit',
    name: 'audit',
    component: () => import('../pages/administration/AuditPage.vue'),
    meta: { title: 'menu.audit', capability: 'audit.read', words },
  },
  ...settings.map(({ path, section }) => ({
    path,
    name: sectionRoute(section),
    component: () => import('../pages/administration/CustomerSettingsPage.vue'),
    props: { section },
    meta: { title: `customerSettings.sections.${section}`, capability: 'settings.manage', words },
  })),
]
