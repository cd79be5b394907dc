import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

/**
 * Getting in. JSON both ways; a browser has a session cookie and sends X-XSRF-TOKEN. Errors are
 * `{ error: { code, message, field?, allowed?, retryAfterSeconds? } }`.
 *
 * Signing in. After the password a session is pending: nothing but these addresses knows it.
 *   POST   /api/session                 { email, password } → { step: 'factor', methods: Method[] }, or SessionInfo while
 *                                       an administrator has paused the second factor; 401 E_SIGN_IN_FAILED,
 *                                       429 E_TOO_MANY_SIGN_INS, 403 E_SINGLE_SIGN_ON { allowed: [connection] }
 *   GET    /api/session/methods         → { step: 'factor', methods, paused: [{ slug, name }] }; 401 E_NO_SIGN_IN where none is pending
 *   POST   /api/session/code            { method: 'email' | 'sms' | 'authenticator' } → { method, shown, againInSeconds, expiresInSeconds };
 *                                       429 E_CODE_TOO_SOON, 422 E_UNKNOWN_METHOD, 503 E_NOT_DELIVERED
 *   POST   /api/session/verify          { code, method? } → SessionInfo; 422 E_WRONG_CODE, 422 E_CODE_OVER, 401 E_NO_SIGN_IN
 *   POST   /api/session/paused          { customer: slug } → SessionInfo of that customer alone, where its administrator has paused the second factor
 *   GET    /api/session                 → SessionInfo, or 401
 *   PATCH  /api/session                 { language?, customer? (slug; null leaves it, for operators) } → SessionInfo
 *   DELETE /api/session                 signs out, and goes back while pending
 *   Method       { method: 'email' | 'sms' | 'authenticator', shown: 'anna.hansson@…' | '+46*****3509' | '' }
 *   SessionInfo  { user: { name, email, language, zone, startPage }, customer: { id, slug, name, zone, edition, dayWindow },
 *                customers: [{ slug, name }], role, zone (of moments), brand: null | { name, colour, logo, support: null | { email, url } }, failedSignIns, lastSignInAt,
 *                actingFor: null | { userId, name, email, until, write, by: { name, email } } }
 *
 * Invitation and forgotten password.
 *   GET    /api/invitation/:token       → { email, name, connections: [{ key, name, customer }], password: boolean, customer, known }
 *   POST   /api/invitation/:token       { password } → 204; of an account that is `known` its own password
 *   POST   /api/password-reset          { email } → 204, whether the account exists or not
 *   GET    /api/password-reset/:token   → { email }; 404 E_UNKNOWN_LINK
 *   POST   /api/password-reset/:token   { password } → 204; ends every session of the user's
 *
 * My account. `password` is asked for again where keys change.
 *   GET    /api/account                 → { name, email, newEmail, mobile, mobileConfirmed, startPage, language, zone, usualZone, notifiedBy, role,
 *                                       hasPassword, connections, identities: [{ id, issuer, connection, createdAt }],
 *                                       factors: [{ id, method, shown, name, createdAt, removable }],
 *                                       failedSignIns, lastSignInAt, lastSignInAddress }
 *   PATCH  /api/account                 { name?, startPage?, language?, zone?, notifiedBy? } → as GET;
 *                                       422 E_NO_MOBILE for notifications by SMS without a confirmed number
 *   POST   /api/account/password        { current, password } → 204; ends the user's other sessions
 *   POST   /api/account/email           { email, password } → 202; a link goes to both addresses
 *   DELETE /api/account/email           takes the wish back
 *   POST   /api/account/email/:token    { password } → as below: says yes to what an administrator proposed
 *   GET    /api/email-change/:token     → { email, newEmail, confirmed: { old, new }, proposedBy: name of a customer or null }
 *   POST   /api/email-change/:token     → { changed: boolean, confirmed: { old, new } }; 403 E_OWNER_CONFIRMS where it was proposed
 *   POST   /api/account/mobile          { mobile, password } → { shown, againInSeconds, expiresInSeconds }: a code goes there
 *   POST   /api/account/mobile/verify   { code } → 204
 *   DELETE /api/account/mobile          { password } → 204
 *   POST   /api/account/authenticators  { name?, password } → { id, key, uri, svg }
 *   POST   /api/account/authenticators/:id/verify { code } → 204
 *   DELETE /api/account/authenticators/:id { password } → 204
 *   GET    /api/account/sessions        → { sessions: [{ id, current, device, address, createdAt, lastSeenAt, actingFor }] }
 *   DELETE /api/account/sessions/:id    → 204
 *   DELETE /api/account/sessions        ends all but this one → 204
 *   DELETE /api/account/identities/:id  { password } → 204
 *   GET    /api/account/invitations     → { invitations: [{ id, customer, role, expiresAt }] }: customers that invite the person
 *   POST   /api/account/invitations/:id → 204, accepts; DELETE declines
 *
 * Single sign-on. They are opened by the browser, and answer with a redirect.
 *   GET    /api/sso/:connection         ?customer=slug &invitation=token &back=/path → 302 to the issuer
 *   GET    /api/sso/callback            → 302 to the page; on failure to /sign-in?problem=E_…
 *   POST   /api/account/identities      { key, password } → { location }: open it to join this account with the issuer's
 *   GET    /api/connections             → { connections: [{ id, key, name, issuer, clientId, domainHint, enforced, redirectUri }] }
 *   POST   /api/connections             { key, name, issuer, clientId, secret, domainHint?, enforced? }
 *   PATCH  /api/connections/:id         the same, each optional
 *   DELETE /api/connections/:id
 *
 * The demo, where no mail server is set.
 *   GET    /api/demo/mails              → { mails: [{ id, at, to, subject, text }] }; 404 elsewhere
 */

const AccountController = () => import('#core/users/controllers/account_controller')
const ConnectionsController = () => import('#core/users/controllers/connections_controller')
const EmailChangeController = () => import('#core/users/controllers/email_change_controller')
const FactorsController = () => import('#core/users/controllers/factors_controller')
const InvitationController = () => import('#core/users/controllers/invitation_controller')
const JwtController = () => import('#core/users/controllers/jwt_controller')
const OwnInvitationsController = () => import('#core/users/controllers/own_invitations_controller')
const PasswordResetController = () => import('#core/users/controllers/password_reset_controller')
const SecondFactorController = () => import('#core/users/controllers/second_factor_controller')
const SingleSignOnController = () => import('#core/users/controllers/single_sign_on_controller')
const SessionsController = () => import('#core/users/controllers/sessions_controller')
const SessionController = () => import('#core/users/controllers/session_controller')

router
  .group(() => {
    router.post('/api/session', [SessionController, 'store'])
    router.get('/api/session/methods', [SecondFactorController, 'index'])
    router.post('/api/session/code', [SecondFactorController, 'send'])
    router.post('/api/session/verify', [SecondFactorController, 'verify'])
    router.post('/api/session/paused', [SecondFactorController, 'enter'])
  })
  .use(middleware.anyone({ capability: 'session.begin' }))
router
  .delete('/api/session', [SessionController, 'destroy'])
  .use(middleware.anyone({ capability: 'session.end' }))
router
  .group(() => {
    router.get('/api/session', [SessionController, 'show'])
    router.patch('/api/session', [SessionController, 'update'])
    router.get('/api/account', [AccountController, 'show'])
    router.patch('/api/account', [AccountController, 'update'])
    router.post('/api/account/password', [AccountController, 'password'])
    router.post('/api/account/email', [EmailChangeController, 'store'])
    router.delete('/api/account/email', [EmailChangeController, 'destroy'])
    router.post('/api/account/email/:token', [EmailChangeController, 'accept'])
    router.post('/api/account/mobile', [FactorsController, 'sendToMobile'])
    router.post('/api/account/mobile/verify', [FactorsController, 'verifyMobile'])
    router.delete('/api/account/mobile', [FactorsController, 'removeMobile'])
    router.post('/api/account/authenticators', [FactorsController, 'addAuthenticator'])
    router.post('/api/account/authenticators/:id/verify', [
      FactorsController,
      'verifyAuthenticator',
    ])
    router.delete('/api/account/authenticators/:id', [FactorsController, 'removeAuthenticator'])
    router.get('/api/account/sessions', [SessionsController, 'index'])
    router.delete('/api/account/sessions', [SessionsController, 'destroyOthers'])
    router.delete('/api/account/sessions/:id', [SessionsController, 'destroy'])
    router.get('/api/account/invitations', [OwnInvitationsController, 'index'])
    router.post('/api/account/invitations/:id', [OwnInvitationsController, 'accept'])
    router.delete('/api/account/invitations/:id', [OwnInvitationsController, 'decline'])
    router.post('/api/account/identities', [SingleSignOnController, 'join'])
    router.delete('/api/account/identities/:id', [SingleSignOnController, 'part'])
  })
  .use(middleware.reader({ capability: 'account.own' }))

router
  .group(() => {
    router.get('/login', [SingleSignOnController, 'login'])
    router.get('/api/sso/callback', [SingleSignOnController, 'callback'])
    router.get('/api/sso/:connection', [SingleSignOnController, 'begin'])
    router.post('/api/password-reset', [PasswordResetController, 'store'])
    router.get('/api/password-reset/:token', [PasswordResetController, 'show'])
    router.post('/api/password-reset/:token', [PasswordResetController, 'update'])
    router.get('/api/email-change/:token', [EmailChangeController, 'show'])
    router.post('/api/email-change/:token', [EmailChangeController, 'update'])
    router.get('/api/invitation/:token', [InvitationController, 'show'])
    router.post('/api/invitation/:token', [InvitationController, 'update'])
  })
  .use(middleware.anyone({ capability: 'session.begin' }))

router
  .group(() => {
    router.get('/api/connections', [ConnectionsController, 'index'])
    router.post('/api/connections', [ConnectionsController, 'store'])
    router.patch('/api/connections/:id', [ConnectionsController, 'update'])
    router.delete('/api/connections/:id', [ConnectionsController, 'destroy'])
  })
  .use(middleware.reader({ capability: 'settings.manage' }))

router
  .post('/api/auth/jwt', [JwtController, 'store'])
  .use(middleware.anyone({ capability: 'ticket.exchange' }))
