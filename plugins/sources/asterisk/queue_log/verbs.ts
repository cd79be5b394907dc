/** What a line must name for its event to mean anything. */
export type Need = 'call' | 'queue' | 'agent'

const call: readonly Need[] = ['call', 'queue']
const atAgent: readonly Need[] = ['call', 'queue', 'agent']
const member: readonly Need[] = ['queue', 'agent']
const agent: readonly Need[] = ['agent']

/** Every event of a queue_log: Asterisk's own, of old and new versions, and those that Wazo's dialplan, FreePBX (DID) and add-ons (CALLSTATUS, INFO) write. */
export const verbs: ReadonlyMap<string, readonly Need[]> = new Map([
  ['ENTERQUEUE', call],
  ['CONNECT', atAgent],
  ['COMPLETEAGENT', atAgent],
  ['COMPLETECALLER', atAgent],
  ['BLINDTRANSFER', atAgent],
  ['ATTENDEDTRANSFER', atAgent],
  ['TRANSFER', atAgent],
  ['ABANDON', call],
  ['EXITEMPTY', call],
  ['EXITWITHKEY', call],
  ['EXITWITHTIMEOUT', call],
  ['AGENTDUMP', atAgent],
  ['SYSCOMPAT', atAgent],
  ['RINGNOANSWER', atAgent],
  ['RINGCANCELED', atAgent],
  ['FULL', call],
  ['CLOSED', call],
  ['JOINEMPTY', call],
  ['LEAVEEMPTY', call],
  ['DIVERT_CA_RATIO', call],
  ['DIVERT_HOLDTIME', call],
  ['WRAPUPSTART', agent],
  ['ADDMEMBER', member],
  ['REMOVEMEMBER', member],
  ['PAUSE', agent],
  ['UNPAUSE', agent],
  ['PAUSEALL', agent],
  ['UNPAUSEALL', agent],
  ['AGENTLOGIN', agent],
  ['AGENTLOGOFF', agent],
  ['AGENTCALLBACKLOGIN', agent],
  ['AGENTCALLBACKLOGOFF', agent],
  ['DID', ['call']],
  ['CALLSTATUS', []],
  ['INFO', []],
  ['CONFIGRELOAD', []],
  ['QUEUESTART', []],
])
