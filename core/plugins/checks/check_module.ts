import type {
  ModuleDocument,
  ModuleOperation,
  ModulePlugin,
  PublicOperation,
} from '#core/contracts/module'
import { listed, repeatedIn } from '#core/plugins/checks/sentence'

/** Names that stand first in addresses of core: no module is called so. A test compares them with the routes. */
export const reservedKeys: readonly string[] = (
  'account admin administration api assets audit auth branding c collect collection connections demo doc ' +
  'enrolment errands files health in invitation jobs live login m operator public report reports sent session sso'
).split(' ')

/**
 * How tables of core begin: a module that had such a prefix would read core's rows as its own, and purge
 * them. A test compares them with the tables.
 */
export const reservedPrefixes: readonly string[] = (
  'adonis_ archived_ audit_ background_ collected_ collection_ connector_ customer_ delivery_ device_ errand_ factor_ ' +
  'job_ live_ measurement_ membership_ module_ object_ one_ opened_ quarantined_ queue_ request_ retention_ saved_ ' +
  'sign_ taken_ user_ agent_'
).split(' ')

const name = /^[a-z][A-Za-z0-9]*$/
const prefix = /^[a-z][a-z0-9]{1,15}_$/
const path = /^(:?[a-z][A-Za-z0-9-]*)(\/:?[a-z][A-Za-z0-9-]*)*$/

/** Whether the parts of a module fit each other: names, prefix, and that each address has a capability that there is. */
export function checkModule(module: ModulePlugin): string[] {
  const { key, capabilities, operations, jobs = [], recurring = [], audit = {} } = module
  const streams = module.streams ?? []
  const open = [...(module.public ?? []), ...(module.publicStreams ?? []).map(asGet)]
  const known = Object.keys(capabilities)
  const names = [...jobs, ...recurring].map((job) => job.name)
  return [
    ...(reservedKeys.includes(key)
      ? [`No module can be called "${key}": core has addresses of that name.`]
      : []),
    ...(prefix.test(module.prefix)
      ? []
      : [
          `The prefix "${module.prefix}" must be 2 to 16 lower case letters and digits, and _, such as "notes_".`,
        ]),
    ...(reservedPrefixes.includes(module.prefix)
      ? [`The prefix "${module.prefix}" is taken: tables of core begin so.`]
      : []),
    ...[...known, ...names, ...Object.keys(audit)]
      .filter((one) => !name.test(one))
      .map((one) => `"${one}": a name is letters and digits in camelCase, such as "readAll".`),
    ...repeatedIn(names).map((one) => `There are several jobs "${one}".`),
    ...operations.flatMap((operation) => checkOperation(operation, known)),
    ...streams.flatMap((stream) => checkOperation({ method: 'get', ...stream }, known)),
    ...repeatedIn([...operations, ...streams.map(asGet)].map(addressOf)).map(
      (one) => `There are several operations ${one}.`
    ),
    ...open.flatMap((address) => checkPublic(address, module)),
    ...(module.documents ?? []).flatMap(checkDocument),
    ...repeatedIn(open.map(addressOf)).map((one) => `There are several public addresses ${one}.`),
    ...jobs
      .filter((job) => !known.includes(job.capability))
      .map(
        (job) =>
          `Job "${job.name}": there is no capability "${job.capability}". There are: ${listed(known)}.`
      ),
    ...recurring
      .filter(({ cron }) => cron.trim().split(/\s+/).length !== 6)
      .map(
        (job) =>
          `Recurring work "${job.name}": its cron has six fields, seconds first, such as "0 30 2 * * *".`
      ),
  ]
}

const addressOf = ({ method, path: below }: Pick<ModuleOperation, 'method' | 'path'>) =>
  `${method.toUpperCase()} ${below.replaceAll(/:\w+/g, ':')}`

/** A stream is an address that is read. */
const asGet = <S extends { path: string }>(stream: S) => ({ method: 'get' as const, ...stream })

function checkOperation(
  operation: Pick<ModuleOperation, 'method' | 'path' | 'capability'>,
  known: readonly string[]
): string[] {
  const at = `Operation ${operation.method.toUpperCase()} "${operation.path}"`
  return [
    ...(path.test(operation.path)
      ? []
      : [`${at}: its path is words and :parameters, such as "topics/:id".`]),
    ...(known.includes(operation.capability)
      ? []
      : [`${at}: there is no capability "${operation.capability}". There are: ${listed(known)}.`]),
  ]
}

function checkPublic(
  { method, path: below, by }: Pick<PublicOperation, 'method' | 'path' | 'by'>,
  module: ModulePlugin
): string[] {
  const at = `Public address ${method.toUpperCase()} "${below}"`
  if (by === 'device') {
    return [
      ...(module.devices ? [] : [`${at}: it is for devices, and the module pairs none.`]),
      ...(path.test(below) && !below.split('/').includes(':token')
        ? []
        : [`${at}: its path is words and :parameters, and a device needs no ":token".`]),
    ]
  }
  return path.test(below) && below.split('/').includes(':token')
    ? []
    : [`${at}: its path holds ":token", such as "topics/:token".`]
}

function checkDocument({ path: below, shortcut, entry }: ModuleDocument): string[] {
  const at = `Document "${below}"`
  return [
    ...(path.test(below) ? [] : [`${at}: its path is words and :parameters, such as "screen".`]),
    ...(/^[a-z][a-z0-9_]*$/.test(entry)
      ? []
      : [`${at}: its entry "${entry}" must be a folder in ./frontend, such as "screen".`]),
    ...(shortcut === undefined || (/^[a-z]+$/.test(shortcut) && !reservedKeys.includes(shortcut))
      ? []
      : [
          `${at}: its shortcut "${shortcut}" must be one word that core has no address of, such as "tv".`,
        ]),
  ]
}
