import ActivitiesController from '#core/people/controllers/activities_controller'

/** What a customer user has done. */
export default class CustomerUserActivitiesController extends ActivitiesController {
  protected only = 'customerUser' as const
}
