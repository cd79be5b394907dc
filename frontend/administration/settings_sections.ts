/** The parts of the customer's settings, each at an address of its own; the first at the shortest. */
export const settingsSections = ['counting', 'hours', 'delivery', 'look', 'operators'] as const

export type SettingsSection = (typeof settingsSections)[number]

/** How the route of a section is called. */
export const sectionRoute = (section: SettingsSection) =>
  section === 'counting' ? 'customerSettings' : `customerSettings.${section}`
