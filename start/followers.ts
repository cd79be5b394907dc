import { followGroupNames } from '#core/measurement_objects/group_names'
import { renameGroupInSavedReports } from '#core/saved_reports/actions/rename_group'

// What a module tells, and who follows it: those above may know the ones below, and not the other way.
followGroupNames(renameGroupInSavedReports)
