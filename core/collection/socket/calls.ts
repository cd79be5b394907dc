import { collectAgain } from '#core/collection/actions/collect_again'
import { collectFile } from '#core/collection/actions/collect_file'
import { pollPoint } from '#core/collection/actions/poll_point'
import { mendFacts } from '#core/collection/mend/mend_facts'
import { findPoint } from '#core/collection/queries/find_point'
import { findDamage } from '#core/facts/damage/find_damage'
import { countFactsOfSource, deleteFactsOfSource } from '#core/facts/facts_of_source'

/**
 * What commands do that needs the facts. One process at a time has them open, so where a server runs
 * it does it for the command. What goes in and comes out travels as JSON.
 */
export const calls = {
  collectFile,
  collectAgain,
  collectPoll: async (request: { customerId: number; point: string; source?: string }) =>
    pollPoint(await findPoint(request.customerId, request.point, request.source)),
  factsCheck: (_: object) => findDamage(),
  factsMend: mendFacts,
  countFacts: countFactsOfSource,
  deleteFacts: deleteFactsOfSource,
}

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallInput<N extends CallName> = Parameters<Calls[N]>[0]
export type CallAnswer<N extends CallName> = Awaited<ReturnType<Calls[N]>>
