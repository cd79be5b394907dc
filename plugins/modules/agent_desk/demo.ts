import type { CustomerTools } from '#core/contracts/module_tools'

/** Who of the demo's people is an agent: those who are called as one. */
export async function fillDemo(customer: CustomerTools): Promise<void> {
  const candidates = await customer.agents.candidates()
  const able = candidates.filter(({ offers }) => offers.length > 0)
  // The demo's exchange is there only once the server runs: then it takes wishes.
  const known = able.length > 0 ? able : candidates.filter(({ source }) => source === 'asterisk')
  const people = await customer.people()
  for (const { id, name } of people) {
    const agent = known.find((one) => one.name === name)
    if (agent) await customer.agents.link({ userId: id, objectId: agent.objectId, device: name })
  }
}
