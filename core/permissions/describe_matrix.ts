import { type Role, answerFor, coreCapabilities, roles, whatItDoes } from '#core/permissions/matrix'

const headings: Record<Role, string> = {
  operator: 'operator',
  invitedOperator: 'invited operator',
  administrator: 'administrator',
  user: 'user',
  customerUser: 'customer user',
  ticket: 'ticket',
  connectorToken: 'connector token',
  publicLink: 'public link',
  nobody: 'nobody',
}

/** The matrix as a table of Markdown, as `docs/security.md` has it; what modules add stands in their own declarations. */
export function describeMatrix(): string {
  const head = ['May', 'Capability', ...roles.map((role) => headings[role])]
  const rows = coreCapabilities.map((capability) => [
    whatItDoes(capability),
    `\`${capability}\``,
    ...roles.map((role) => mark(answerFor(capability, role))),
  ])
  const table = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...table.map((row) => row[at].length)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

const mark = (answer: string) => (answer === 'no' ? '' : answer)
