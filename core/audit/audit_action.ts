import i18nManager from '@adonisjs/i18n/services/main'
import type { ModulePlugin } from '#core/contracts/module'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** Everything that the log tells of, by the thing it was done to. Its words stand in `core/locales`. */
export const auditActions = [
  'signIn.succeeded',
  'signIn.failed',
  'signIn.locked',
  'signIn.unlocked',
  'signOut',
  'session.ended',
  'secondFactor.added',
  'secondFactor.removed',
  'secondFactor.paused',
  'secondFactor.enrolmentSent',
  'secondFactor.failed',
  'password.changed',
  'password.resetAsked',
  'email.proposed',
  'email.changed',
  'identity.joined',
  'connection.changed',
  'account.changed',
  'invitation.sent',
  'invitation.accepted',
  'invitation.declined',
  'invitation.invalidated',
  'user.created',
  'user.changed',
  'user.deleted',
  'user.locked',
  'user.unlocked',
  'rights.changed',
  'export.made',
  'file.downloaded',
  'file.forgotten',
  'report.sent',
  'report.sentAgain',
  'savedReport.stopped',
  'job.cancelled',
  'job.retried',
  'specification.opened',
  'call.opened',
  'followUp.opened',
  'ticket.created',
  'ticket.rotated',
  'ticket.revoked',
  'ticket.client',
  'link.created',
  'link.changed',
  'link.revoked',
  'impersonation.begun',
  'impersonation.ended',
  'object.created',
  'object.changed',
  'object.deleted',
  'group.created',
  'group.changed',
  'group.deleted',
  'customer.created',
  'customer.changed',
  'customer.closed',
  'customer.opened',
  'customer.branding',
  'brand.changed',
  'brand.deleted',
  'operators.invited',
  'operators.uninvited',
  'operators.entered',
  'operators.left',
  'operator.made',
  'plugin.enabled',
  'plugin.disabled',
  'plugin.settings',
  'module.purged',
  'point.changed',
  'savedReport.created',
  'savedReport.changed',
  'savedReport.deleted',
  'savedReport.given',
  'audit.exported',
  'errand.reported',
  'errand.changed',
  'errand.commented',
  'errand.documentAdded',
  'errand.documentOpened',
  'errand.documentRemoved',
] as const
/** What a module writes down: `<key>.<name>`. */
export type ModuleAction = string & { readonly ofModule: true }
export type AuditAction = (typeof auditActions)[number] | ModuleAction

const ofModule = ({ key, audit = {} }: ModulePlugin) =>
  Object.keys(audit).map((name) => `${key}.${name}` as ModuleAction)

/** Core's, and those of the modules that there are or that are named. */
export const knownActions = (modules?: readonly string[]): AuditAction[] => [
  ...auditActions,
  ...registry()
    .modules()
    .filter(({ key }) => modules?.includes(key) ?? true)
    .flatMap(ofModule),
]

/** What an action is called; of a module that is not here any more, its key. */
export function actionLabel(action: AuditAction, locale: string): string {
  const [key, name] = action.split('.') as [string, string]
  const module = registry()
    .modules()
    .find((one) => one.key === key)
  if (module) return translate(module, `audit.${name}`, locale)
  return i18nManager.locale(locale).t(`audit.action.${action}`, {}, action)
}
