import ActivitiesController from '#core/customers/controllers/activities_controller'

/** What a customer user has done. */
export default class CustomerUserActivitiesController extends ActivitiesController {
  protected only = 'customerUser' as const
}
