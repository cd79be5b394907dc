import { type Capability, type Role, answerFor } from '#core/permissions/matrix'
import type { Reader } from '#core/permissions/reader'
import type { Right } from '#core/permissions/right'

/** Whether the matrix lets this reader do it. What a ticket is granted is asked for by the route. */
export function can(reader: Reader, capability: Capability): boolean {
  if (reader.via !== 'ticket') return canInPerson(reader, capability)
  const answer = answerFor(capability, 'ticket')
  return answer === 'owner' ? canInPerson(reader, capability) : answer === 'yes'
}

const canInPerson = (reader: Reader, capability: Capability) =>
  rolesOf(reader).some((role) => {
    const answer = answerFor(capability, role)
    return answer === 'right' ? Boolean(reader.rights?.has(capability as Right)) : answer === 'yes'
  })

/** An operator may be a customer's user besides. */
function rolesOf({ role, operates, customerId }: Reader): Role[] {
  const inCustomer: Role[] =
    role === 'operator' ? (customerId === NO_CUSTOMER ? [] : ['invitedOperator']) : [role]
  return operates ? ['operator', ...inCustomer] : inCustomer
}

/** The customer of an operator who has opened none: nothing belongs to it. */
export const NO_CUSTOMER = 0
