/** How a customer made contact. */
export const media = {
  voice: 'Voice',
  email: 'E-mail',
  chat: 'Chat',
  sms: 'SMS',
  other: 'Other',
} as const

export type Medium = keyof typeof media
export const mediumKeys = Object.keys(media) as Medium[]
