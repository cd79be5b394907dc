import UsersController from '#core/people/controllers/users_controller'

/** Outsiders, managed by whoever has been given the right to. */
export default class CustomerUsersController extends UsersController {
  protected only = 'customerUser' as const
}
