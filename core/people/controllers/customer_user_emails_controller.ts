import UserEmailsController from '#core/people/controllers/user_emails_controller'

/** The address of a customer user. */
export default class CustomerUserEmailsController extends UserEmailsController {
  protected only = 'customerUser' as const
}
