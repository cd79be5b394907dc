import AssignmentsController from '#core/people/controllers/assignments_controller'

/** The objects and groups that a customer user has been given. */
export default class CustomerUserAssignmentsController extends AssignmentsController {
  protected only = 'customerUser' as const
}
