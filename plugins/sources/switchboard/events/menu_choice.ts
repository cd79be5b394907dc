import { defineEvent } from '#core/contracts/plugin'
import { destinations, sources } from '../object_types.js'

/** One leg at one menu (IVR): which key was pressed, and where the call went. */
export const menuChoice = defineEvent({
  key: 'menuChoice',
  label: 'Call in a menu',
  call: 'call',
  fields: {
    menu: { type: 'object', objectType: 'menu', label: 'Menu (IVR)' },
    call: { type: 'text', label: 'Call' },
    outcome: {
      type: 'choice',
      label: 'Type',
      choices: {
        forwarded: 'Forwarded',
        hungUp: 'Hung up',
        timeout: 'No choice made',
        failed: 'Failed',
        ongoing: 'Ongoing',
      },
    },
    key: { type: 'text', label: 'Key' },
    caller: { type: 'phone', label: 'From', personal: true },
    forwardedFrom: { type: 'phone', label: 'Forwarded from', personal: true },
    via: { type: 'object', objectType: sources, label: 'Came via' },
    forwardedTo: { type: 'object', objectType: destinations, label: 'Forwarded to' },
    length: { type: 'seconds', label: 'Time in the menu' },
  },
})
