import env from '#start/env'
import type { Lane } from '#core/jobs/queue/job_queue'

export const laneOf = ({ needsFacts }: { needsFacts?: boolean }): Lane =>
  needsFacts ? 'facts' : 'default'

/** What this process can do: one beside the server has facts only where they are on a server of their own. */
export const lanesHere = (server: boolean): Lane[] =>
  server || env.get('FACTS_URL') ? ['facts', 'default'] : ['default']
