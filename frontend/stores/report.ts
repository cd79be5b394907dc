import { defineStore } from 'pinia'
import { createReportRun } from './report_run.js'

/** The report on the screen. */
export const useReportStore = defineStore('report', createReportRun)

/** What it is compared with. */
export const useComparedReportStore = defineStore('compared-report', createReportRun)
