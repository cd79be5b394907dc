import User from '#core/users/models/user'

/** The person with this e-mail address, in whatever case it is written, or null. */
export const findUser = (email: string): Promise<User | null> =>
  User.findBy('email', email.trim().toLowerCase())
