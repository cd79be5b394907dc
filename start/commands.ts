import { ListLoader } from '@adonisjs/core/ace'
import AuditVerify from '#core/audit_log/commands/audit_verify'
import CollectAgain from '#core/collection/commands/collect_again'
import CollectFile from '#core/collection/commands/collect_file'
import CollectPoll from '#core/collection/commands/collect_poll'
import FactsCheck from '#core/collection/commands/facts_check'
import FactsMend from '#core/collection/commands/facts_mend'
import QuarantineList from '#core/collection/commands/quarantine_list'
import CustomerCreate from '#core/customers/commands/customer_create'
import CustomerRetention from '#core/customers/commands/customer_retention'
import ArchiveForget from '#core/delivery/commands/archive_forget'
import MailBounces from '#core/delivery/commands/mail_bounces'
import DemoCreate from '#core/demo/commands/demo_create'
import QueueWork from '#core/jobs/commands/queue_work'
import ModulePurge from '#core/modules/commands/module_purge'
import MakeModule from '#core/plugins/commands/make_module'
import MakeSource from '#core/plugins/commands/make_source'
import ConfigCheck from '#core/operations/commands/config_check'
import OperatorCreate from '#core/operations/commands/operator_create'
import PluginCatalogue from '#core/plugins/commands/plugin_catalogue'
import PluginCheck from '#core/plugins/commands/plugin_check'
import TicketCreate from '#core/users/commands/ticket_create'
import TicketRevoke from '#core/users/commands/ticket_revoke'
import UserCreate from '#core/users/commands/user_create'

/** Commands of every module. A command imports what it needs when it runs, so that listing them costs nothing. */
const loader = new ListLoader([
  ArchiveForget,
  AuditVerify,
  CollectAgain,
  CollectFile,
  CollectPoll,
  ConfigCheck,
  CustomerCreate,
  CustomerRetention,
  DemoCreate,
  FactsCheck,
  FactsMend,
  MailBounces,
  MakeModule,
  MakeSource,
  ModulePurge,
  OperatorCreate,
  PluginCatalogue,
  PluginCheck,
  QueueWork,
  QuarantineList,
  TicketCreate,
  TicketRevoke,
  UserCreate,
])

export const getMetaData = () => loader.getMetaData()
export const getCommand = (metaData: Parameters<typeof loader.getCommand>[0]) =>
  loader.getCommand(metaData)
