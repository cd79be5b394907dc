import type { AgentNow } from '#core/contracts/agent_tools'
import type { CustomerTools } from '#core/contracts/module_tools'

const words: Record<string, { subject: string; text: string }> = {
  en: {
    subject: 'You are still logged on to {queues}',
    text: 'You have closed the agent page, but you are still logged on to {queues} and get calls. Open the agent page to log off.',
  },
  sv: {
    subject: 'Du är fortfarande inloggad i {queues}',
    text: 'Du har stängt agentsidan, men du är fortfarande inloggad i {queues} och får samtal. Öppna agentsidan för att logga ut ur köerna.',
  },
  et: {
    subject: 'Oled endiselt järjekorras {queues}',
    text: 'Sulgesid agendi lehe, kuid oled endiselt järjekorras {queues} ja saad kõnesid. Väljalogimiseks ava agendi leht.',
  },
  lv: {
    subject: 'Jūs joprojām esat pieteicies rindā {queues}',
    text: 'Jūs aizvērāt aģenta lapu, bet joprojām esat pieteicies rindā {queues} un saņemat zvanus. Lai atteiktos, atveriet aģenta lapu.',
  },
}

/** Emails an agent who has no page open any more that they still get calls. */
export async function remind(
  customer: CustomerTools,
  userId: number,
  states: readonly AgentNow[]
): Promise<void> {
  const { language } = await customer.about()
  const { subject, text } = words[language] ?? words.en!
  const queues = states
    .flatMap((state) => state.queues.filter(({ isOn }) => isOn).map(({ name }) => name))
    .join(', ')
  const filled = (said: string) => said.replaceAll('{queues}', queues)
  await customer
    .tell(userId, { subject: filled(subject), text: filled(text) })
    .catch((error: unknown) => customer.log(`An agent could not be reminded: ${String(error)}`))
}
