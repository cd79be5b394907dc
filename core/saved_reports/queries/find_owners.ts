import db from '@adonisjs/lucid/services/db'
import type { OwnerProblem } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'

/** Whose a saved report is, and why it cannot be made with their rights; null where it can. */
export interface Owner {
  id: number | null
  name: string
  email: string
  problem: OwnerProblem | null
}

const GONE: Owner = { id: null, name: '', email: '', problem: 'E_OWNER_GONE' }

/** The owners of some saved reports of a customer's. */
export async function findOwners(
  customerId: number,
  savedReports: readonly Pick<SavedReport, 'ownerId'>[]
): Promise<(saved: Pick<SavedReport, 'ownerId'>) => Owner> {
  const ids = [...new Set(savedReports.flatMap(({ ownerId }) => ownerId ?? []))]
  const rows = ids.length ? await ownerRows(customerId, ids) : []
  const owners = new Map(rows.map((row) => [row.id, { ...identity(row), problem: problemOf(row) }]))
  return ({ ownerId }) => owners.get(ownerId ?? 0) ?? GONE
}

interface OwnerRow {
  id: number
  name: string
  email: string
  role: string | null
  lockedAt: string | null
}

const ownerRows = (customerId: number, ids: readonly number[]) =>
  db
    .from('users')
    .leftJoin('memberships', (join) =>
      join.on('memberships.user_id', 'users.id').andOnVal('memberships.customer_id', customerId)
    )
    .whereIn('users.id', [...ids])
    .select({
      id: 'users.id',
      name: 'users.name',
      email: 'users.email',
      role: 'memberships.role',
      lockedAt: 'memberships.locked_at',
    }) as unknown as Promise<OwnerRow[]>

const identity = ({ id, name, email }: OwnerRow) => ({ id, name, email })

function problemOf({ role, lockedAt }: OwnerRow): OwnerProblem | null {
  if (role === null) return 'E_OWNER_NOT_MEMBER'
  if (lockedAt !== null) return 'E_OWNER_LOCKED'
  return role === 'customerUser' ? 'E_OWNER_NOT_ALLOWED' : null
}
