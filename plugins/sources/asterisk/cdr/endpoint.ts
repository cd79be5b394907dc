/** Kinds of channels that telephones have. Others are lines to the outside, or legs inside Asterisk. */
const ofTelephones = new Set([
  'SIP',
  'PJSIP',
  'IAX2',
  'IAX',
  'SCCP',
  'SKINNY',
  'MGCP',
  'UNISTIM',
  'H323',
])
const channel = /^([A-Za-z0-9]+)\/(.+?)(?:-[0-9a-f]{8}|-\d{1,5})?(?:;[12])?$/

/** Whose channel it is: `SIP/200100-0000001a` is 200100's. Undefined where it can be no telephone's. */
export function endpoint(name: string): string | undefined {
  const parts = channel.exec(name)
  if (!parts || !ofTelephones.has(parts[1]!.toUpperCase())) return undefined
  return parts[2]!.split('@')[0] || undefined
}
