/** The slug of the demo's customer. */
export const DEMO_SLUG = 'demo'
