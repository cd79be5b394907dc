import type { ChannelConformance } from '#core/contracts/conformance'
import { startElks46 } from './elks46_stand_in.js'
import { startSmsapi } from './smsapi_stand_in.js'

export default {
  platforms: [
    { name: 'SMSAPI', start: startSmsapi },
    { name: '46elks', start: startElks46 },
  ],
} satisfies ChannelConformance
