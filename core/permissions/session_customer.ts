/** The key under which a session keeps which of their customers a person has opened. */
export const SESSION_CUSTOMER = 'customer'
