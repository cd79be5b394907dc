/** Who asks. It is made by core alone, and gives reports and jobs the rights of this person. */
export interface ModuleReader {
  readonly userId: number
  readonly role: 'operator' | 'administrator' | 'user' | 'customerUser'
  readonly zone: string
  /** Somebody else uses the account, to help them. */
  readonly isHelped: boolean
  /** Whether they have one of the module's capabilities, by its name. */
  can(capability: string): boolean
}
