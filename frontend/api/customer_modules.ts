import { request } from './client.js'
import type { Role } from './people.js'

/** A capability of a module that people are given one by one. */
export interface ModuleRight {
  right: string
  /** Follows “Can”. */
  does: string
  roles: Role[]
}

/** A module of the customer. */
export interface CustomerModule {
  key: string
  label: string
  /** Whether tickets can have it as a grant. */
  takesTickets: boolean
  rights: ModuleRight[]
}

export async function listModules(): Promise<CustomerModule[]> {
  const { modules } = await request<{ modules: CustomerModule[] }>('GET', '/api/admin/v1/modules')
  return modules
}
