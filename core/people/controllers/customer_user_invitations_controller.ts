import UserInvitationsController from '#core/people/controllers/user_invitations_controller'

/** The open invitation of a customer user. */
export default class CustomerUserInvitationsController extends UserInvitationsController {
  protected only = 'customerUser' as const
}
