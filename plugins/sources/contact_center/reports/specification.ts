/** The columns of the manual (time comes first by itself), then how long each part was. */
export const specification = [
  'outcome',
  'caller',
  'access',
  'group',
  'agent',
  'attemptNumber',
  'queueSeconds',
  'ringSeconds',
  'serviceSeconds',
  'parkSeconds',
] as const
