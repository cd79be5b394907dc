import type { CapabilityLine } from '#core/contracts/module'

/** Who asks. `invitedOperator` is an operator in the data of a customer that has invited operators. */
export const roles = [
  'operator',
  'invitedOperator',
  'administrator',
  'user',
  'customerUser',
  'ticket',
  'connectorToken',
  'publicLink',
  'nobody',
] as const
export type Role = (typeof roles)[number]

/**
 * `yes` and `no`; `right` where the person has been given the right of that name; `owner`, of tickets,
 * where the person whose ticket it is may. A ticket also needs the grant that the route names.
 */
export type Answer = 'yes' | 'no' | 'right' | 'owner'

const yes = 'yes'
const no = 'no'
const right = 'right'
const owner = 'owner'

type Line = readonly [does: string, ...answers: readonly Answer[]]

/**
 * Who may do what: a line for each capability, a column for each role in the order of `roles`. Every
 * route names one of these. What is seen of it is narrowed further by `Reader`: the objects, the calls.
 */
// prettier-ignore
const lines = {
  //                                                                        operator invitedOp. admin. user   custUser ticket connTok. pubLink nobody
  'page.open':            ['open the page',                                   yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'health.read':          ['ask whether the server is well',                  yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'documentation.read':   ['read the documentation of the API',               yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'branding.read':        ["see a customer's name and logo before sign-in",   yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'session.begin':        ['sign in, accept an invitation, reset a password', yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'session.end':          ['sign out',                                        yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'ticket.exchange':      ['exchange a ticket for a signed token',            yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],

  'account.own':          ['see and change the own account and session',      yes,     yes,      yes,   yes,   yes,     no,    no,      no,     no],

  'reports.read':         ['read reports',                                    no,      yes,      yes,   yes,   yes,     owner, no,      no,     no],
  'exports.make':         ['take reports away as files',                      no,      yes,      yes,   yes,   right,   owner, no,      no,     no],
  'specifications.open':  ['open call specifications',                        no,      right,    right, right, right,   owner, no,      no,     no],

  'jobs.own':             ['see and cancel the own background jobs',          no,      yes,      yes,   yes,   yes,     owner, no,      no,     no],
  'savedReports.read':    ['see saved reports',                               no,      no,       yes,   yes,   no,      owner, no,      no,     no],
  'savedReports.manage':  ['save reports and have them sent',                 no,      no,       yes,   yes,   no,      no,    no,      no,     no],
  'connectors.manage':    ['let other systems read saved reports',             no,      no,       yes,   yes,   no,      no,    no,      no,     no],
  'connectors.pull':      ["read what a connector's address serves",            no,      no,       no,    no,    no,      no,    yes,     no,     no],
  'connectors.options':   ["ask what a connector's address takes",              yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'savedReports.give':    ['give saved reports another owner',                no,      no,       yes,   no,    no,      no,    no,      no,     no],

  'live.read':            ['read what is so now',                             no,      yes,      yes,   yes,   yes,     owner, no,      no,     no],

  'collection.push':      ['send records to collect',                         no,      yes,      yes,   no,    no,      yes,   no,      no,     no],
  'collection.manage':    ['see broken records and collect again',            no,      yes,      yes,   no,    no,      owner, no,      no,     no],

  'modules.public':       ['open what a module shows by a link',              yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'channels.call':        ['tell what became of messages, as a platform',     yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],
  'modules.device':       ['show what a paired device was given',             yes,     yes,      yes,   yes,   yes,     yes,   yes,     yes,    yes],

  'errands.read':         ['see errands and comments on them',                no,      no,       yes,   right, right,   no,    no,      no,     no],
  'errands.report':       ['report a fault or another errand',                no,      no,       yes,   right, right,   no,    no,      no,     no],
  'errands.comment':      ['comment on errands',                              no,      no,       yes,   right, right,   no,    no,      no,     no],
  'errands.documents':    ['see documents of errands',                        no,      no,       yes,   right, right,   no,    no,      no,     no],
  'errands.upload':       ['add documents to errands',                        no,      no,       yes,   right, right,   no,    no,      no,     no],
  'errands.handle':       ['handle reported errands',                         no,      no,       yes,   right, no,      no,    no,      no,     no],

  'users.manage':         ["manage the customer's users",                     no,      no,       yes,   no,    no,      no,    no,      no,     no],
  'users.help':           ['help a user to sign in',                          no,      no,       yes,   no,    no,      no,    no,      no,     no],
  'customerUsers.manage': ["manage the customer's customer users",            no,      no,       yes,   right, no,      no,    no,      no,     no],
  'objects.manage':       ['manage measurement objects and groups',           no,      yes,      yes,   no,    no,      no,    no,      no,     no],
  'points.read':          ['see how collecting goes',                         no,      yes,      yes,   no,    no,      no,    no,      no,     no],
  'settings.manage':      ["change the customer's settings",                  no,      no,       yes,   no,    no,      no,    no,      no,     no],
  'operators.invite':     ['invite operators to see its data',                no,      no,       yes,   no,    no,      no,    no,      no,     no],
  'audit.read':           ['read the audit log',                              no,      no,       yes,   no,    no,      no,    no,      no,     no],

  'operator.customers':   ['manage customers',                                yes,     yes,      no,    no,    no,      no,    no,      no,     no],
  'operator.brands':      ['manage brands, their host names and support',     yes,     yes,      no,    no,    no,      no,    no,      no,     no],
  'operator.plugins':     ["manage customers' plugins and their settings",    yes,     yes,      no,    no,    no,      no,    no,      no,     no],
  'operator.users':       ['see users of every customer and help them in',    yes,     yes,      no,    no,    no,      no,    no,      no,     no],
  'operator.health':      ['see the health of collecting and jobs',           yes,     yes,      no,    no,    no,      no,    no,      no,     no],
  'operator.jobs':        ['see, cancel and retry jobs of every customer',    yes,     yes,      no,    no,    no,      no,    no,      no,     no],
} as const satisfies Record<string, Line>

/** A capability that a module declares: `<key>.<name>`. */
export type ModuleCapability = string & { readonly ofModule: true }
export type Capability = keyof typeof lines | ModuleCapability

export const coreCapabilities = Object.keys(lines) as Capability[]
let moduleLines: ReadonlyMap<string, Line> = new Map()

/** Puts the capabilities of the modules that there are beside core's. */
export function useModuleLines(added: Readonly<Record<string, CapabilityLine>>): void {
  moduleLines = new Map(Object.entries(added).map(([name, line]) => [name, lineOf(line)]))
}

/** In the order of `roles`. */
const lineOf = (line: CapabilityLine): Line => [
  line.does,
  no,
  line.invitedOperator ?? no,
  line.administrator,
  line.user,
  line.customerUser,
  line.ticket ?? no,
  no,
  no,
  no,
]

/** Core's capabilities, and those of the modules that there are. */
export const capabilities = (): Capability[] => [
  ...coreCapabilities,
  ...([...moduleLines.keys()] as ModuleCapability[]),
]

const lineFor = (capability: Capability): Line =>
  moduleLines.get(capability) ?? lines[capability as keyof typeof lines]

/** What the matrix says of a role. */
export const answerFor = (capability: Capability, role: Role): Answer =>
  // The line begins with what it lets one do.
  lineFor(capability)[roles.indexOf(role) + 1] as Answer

/** What a capability lets one do, to follow "You may" or "You may not". */
export const whatItDoes = (capability: Capability): string => lineFor(capability)[0]
