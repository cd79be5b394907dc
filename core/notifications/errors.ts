/** Whom it concerned is no user of the customer any more, or wants to be told nothing. */
export const nobodyToTell = () => ({
  code: 'E_NOBODY_TO_TELL',
  message: 'Whom it concerned is no user of the customer any more, or wants no notifications.',
})
