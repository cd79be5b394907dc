import { create } from 'xmlbuilder2'

/** An empty part. Signs that XML cannot hold are left out of its texts. */
export const newPart = () =>
  create({ version: '1.0', encoding: 'UTF-8', standalone: true, invalidCharReplacement: '' })
