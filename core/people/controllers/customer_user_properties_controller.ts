import UserPropertiesController from '#core/people/controllers/user_properties_controller'

/** What is known of a customer user. */
export default class CustomerUserPropertiesController extends UserPropertiesController {
  protected only = 'customerUser' as const
}
