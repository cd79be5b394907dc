import { forgetFirstAnswers } from '../early/first_answers.js'
import { stopAutoRefresh } from '../reports/use_auto_refresh.js'
import { useAccountStore } from './account.js'
import { useCatalogueStore } from './catalogue.js'
import { useErrandsStore } from './errands.js'
import { useOpenedReportsStore } from './opened_reports.js'
import { useReportObjectsStore } from './report_objects.js'
import { useComparedReportStore, useReportStore } from './report.js'
import { useSessionStore } from './session.js'
import { useTodayStore } from './today.js'

/** Empties every store: what one person saw must not be there for the next. */
export function forgetEverything() {
  forgetReports()
  useAccountStore().forget()
  useSessionStore().forget()
}

/** The same, but for who is signed in: another customer was chosen. */
export function forgetReports() {
  forgetFirstAnswers()
  stopAutoRefresh()
  useReportStore().forget()
  useComparedReportStore().forget()
  useReportObjectsStore().forget()
  useCatalogueStore().forget()
  useTodayStore().forget()
  useErrandsStore().forget()
  useOpenedReportsStore().forget()
}
