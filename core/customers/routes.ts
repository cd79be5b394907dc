import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const Activities = () => import('#core/customers/controllers/activities_controller')
const Assignables = () => import('#core/customers/controllers/assignables_controller')
const Assignments = () => import('#core/customers/controllers/assignments_controller')
const Brandings = () => import('#core/customers/controllers/brandings_controller')
const InvitedOperators = () => import('#core/customers/controllers/invited_operators_controller')
const Modules = () => import('#core/customers/controllers/modules_controller')
const OwnBranding = () => import('#core/customers/controllers/own_branding_controller')
const Settings = () => import('#core/customers/controllers/settings_controller')
const Invitations = () => import('#core/customers/controllers/user_invitations_controller')
const Emails = () => import('#core/customers/controllers/user_emails_controller')
const Properties = () => import('#core/customers/controllers/user_properties_controller')
const Locks = () => import('#core/customers/controllers/user_locks_controller')
const Tickets = () => import('#core/customers/controllers/user_tickets_controller')
const Users = () => import('#core/customers/controllers/users_controller')
const OutsiderActivities = () =>
  import('#core/customers/controllers/customer_user_activities_controller')
const OutsiderAssignments = () =>
  import('#core/customers/controllers/customer_user_assignments_controller')
const OutsiderEmails = () => import('#core/customers/controllers/customer_user_emails_controller')
const OutsiderProperties = () =>
  import('#core/customers/controllers/customer_user_properties_controller')
const OutsiderInvitations = () =>
  import('#core/customers/controllers/customer_user_invitations_controller')
const Outsiders = () => import('#core/customers/controllers/customer_users_controller')

router
  .group(() => {
    router.get('users', [Users, 'index'])
    router.post('users', [Users, 'store'])
    router.get('users/:id', [Users, 'show'])
    router.patch('users/:id', [Users, 'update'])
    router.delete('users/:id', [Users, 'destroy'])
    router.post('users/:id/invitation', [Invitations, 'store'])
    router.delete('users/:id/invitation', [Invitations, 'destroy'])
    router.post('users/:id/email', [Emails, 'store'])
    router.delete('users/:id/email', [Emails, 'destroy'])
    router.get('users/:id/properties', [Properties, 'show'])
    router.post('users/:id/lock', [Locks, 'store'])
    router.delete('users/:id/lock', [Locks, 'destroy'])
    router.get('users/:id/assignments', [Assignments, 'show'])
    router.put('users/:id/assignments', [Assignments, 'update'])
    router.get('users/:id/activity', [Activities, 'index'])
    router.get('users/:id/tickets', [Tickets, 'index'])
    router.post('users/:id/tickets', [Tickets, 'store'])
    router.post('users/:id/tickets/:ticket/rotate', [Tickets, 'rotate'])
    router.delete('users/:id/tickets/:ticket', [Tickets, 'destroy'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'users.manage' }))
  .as('admin')

router
  .group(() => {
    router.get('assignable', [Assignables, 'index'])
    router.get('modules', [Modules, 'index'])
    router.get('customer-users', [Outsiders, 'index'])
    router.post('customer-users', [Outsiders, 'store'])
    router.get('customer-users/:id', [Outsiders, 'show'])
    router.patch('customer-users/:id', [Outsiders, 'update'])
    router.delete('customer-users/:id', [Outsiders, 'destroy'])
    router.post('customer-users/:id/invitation', [OutsiderInvitations, 'store'])
    router.delete('customer-users/:id/invitation', [OutsiderInvitations, 'destroy'])
    router.post('customer-users/:id/email', [OutsiderEmails, 'store'])
    router.delete('customer-users/:id/email', [OutsiderEmails, 'destroy'])
    router.get('customer-users/:id/properties', [OutsiderProperties, 'show'])
    router.get('customer-users/:id/assignments', [OutsiderAssignments, 'show'])
    router.put('customer-users/:id/assignments', [OutsiderAssignments, 'update'])
    router.get('customer-users/:id/activity', [OutsiderActivities, 'index'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'customerUsers.manage' }))
  .as('outsiders')

router
  .group(() => {
    router.get('settings', [Settings, 'show'])
    router.patch('settings', [Settings, 'update'])
    router.get('branding', [OwnBranding, 'show'])
    router.patch('branding', [OwnBranding, 'update'])
    router.put('branding/logo', [OwnBranding, 'logo'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'settings.manage' }))
  .as('settings')

router
  .group(() => {
    router.get('operators', [InvitedOperators, 'show'])
    router.post('operators', [InvitedOperators, 'store'])
    router.delete('operators', [InvitedOperators, 'destroy'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'operators.invite' }))
  .as('invited')

router
  .group(() => {
    router.get('/api/branding', [Brandings, 'show'])
    router.get('/api/branding/logo', [Brandings, 'logo'])
  })
  .use(middleware.anyone({ capability: 'branding.read' }))
  .as('branding')
