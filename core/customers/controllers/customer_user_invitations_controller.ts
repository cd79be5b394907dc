import UserInvitationsController from '#core/customers/controllers/user_invitations_controller'

/** The open invitation of a customer user. */
export default class CustomerUserInvitationsController extends UserInvitationsController {
  protected only = 'customerUser' as const
}
