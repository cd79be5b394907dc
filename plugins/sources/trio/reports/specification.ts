export const specification = [
  'outcome',
  'media',
  'callback',
  'caller',
  'service',
  'agent',
  'wait',
  'talkTime',
  'handledAt',
] as const
