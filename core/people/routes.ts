import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

/*
 * Helping a user, for administrators.
 *   POST   /api/account/proof           { method } → as /api/session/code: the administrator's own second factor again;
 *                                       403 E_AUTHENTICATOR_NEEDED where single sign-on is enforced and they have no app
 *   POST   /api/admin/v1/users/:id/acting { code, method, write? } → SessionInfo with actingFor; DELETE /api/session/acting ends it
 *   POST   /api/admin/v1/users/:id/factor-pause { for: '5m' | '1h' | '24h' } → { until }; DELETE ends it
 *   POST   /api/admin/v1/users/:id/enrolment → 204: mails the user a link to set an authenticator up
 *   GET    /api/enrolment/:token        → { email, name }
 *   POST   /api/enrolment/:token        → { key, uri, svg }
 *   POST   /api/enrolment/:token/verify { code } → 204
 */

const Activities = () => import('#core/people/controllers/activities_controller')
const Assignables = () => import('#core/people/controllers/assignables_controller')
const Modules = () => import('#core/customers/controllers/modules_controller')
const Assignments = () => import('#core/people/controllers/assignments_controller')
const Invitations = () => import('#core/people/controllers/user_invitations_controller')
const Emails = () => import('#core/people/controllers/user_emails_controller')
const Properties = () => import('#core/people/controllers/user_properties_controller')
const Locks = () => import('#core/people/controllers/user_locks_controller')
const Tickets = () => import('#core/people/controllers/user_tickets_controller')
const Users = () => import('#core/people/controllers/users_controller')
const OutsiderActivities = () =>
  import('#core/people/controllers/customer_user_activities_controller')
const OutsiderAssignments = () =>
  import('#core/people/controllers/customer_user_assignments_controller')
const OutsiderEmails = () => import('#core/people/controllers/customer_user_emails_controller')
const OutsiderProperties = () =>
  import('#core/people/controllers/customer_user_properties_controller')
const OutsiderInvitations = () =>
  import('#core/people/controllers/customer_user_invitations_controller')
const Outsiders = () => import('#core/people/controllers/customer_users_controller')
const Acting = () => import('#core/people/controllers/acting_controller')
const Enrolment = () => import('#core/people/controllers/enrolment_controller')
const FactorPauses = () => import('#core/people/controllers/factor_pauses_controller')

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
    router.post('users/:id/acting', [Acting, 'store'])
    router.post('users/:id/factor-pause', [FactorPauses, 'store'])
    router.delete('users/:id/factor-pause', [FactorPauses, 'destroy'])
    router.post('users/:id/enrolment', [Enrolment, 'store'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'users.help' }))

router
  .group(() => {
    router.delete('/api/session/acting', [Acting, 'destroy'])
    router.post('/api/account/proof', [Acting, 'proof'])
  })
  .use(middleware.reader({ capability: 'account.own' }))

router
  .group(() => {
    router.get('/api/enrolment/:token', [Enrolment, 'show'])
    router.post('/api/enrolment/:token', [Enrolment, 'begin'])
    router.post('/api/enrolment/:token/verify', [Enrolment, 'verify'])
  })
  .use(middleware.anyone({ capability: 'session.begin' }))
