/** The pages that a person can choose to begin with: their paths, and the keys of their names. */
export const startPages: readonly { path: string; label: string }[] = [
  { path: '/', label: 'menu.start' },
  { path: '/reports/basic', label: 'menu.basicReports' },
  { path: '/reports/advanced', label: 'menu.advancedReports' },
]
