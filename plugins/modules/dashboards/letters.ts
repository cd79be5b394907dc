/** What the owner of a dashboard is told when an administrator takes it over. */
export function takenOver(
  language: string,
  { name, by, shared }: { name: string; by: string; shared: boolean }
): { subject: string; text: string } {
  const { subject, text, gone } = letters[language as keyof typeof letters] ?? letters.en
  const put = (words: string) => words.replaceAll('{name}', name).replaceAll('{by}', by)
  return { subject: put(subject), text: put(shared ? text : `${text} ${gone}`) }
}

const letters = {
  en: {
    subject: '{by} has taken over your dashboard “{name}”',
    text: '{by} has taken over the dashboard “{name}” and owns it from now on.',
    gone: 'It is private, so you no longer see it. Ask {by} to share it if you still need it.',
  },
  sv: {
    subject: '{by} har tagit över din dashboard ”{name}”',
    text: '{by} har tagit över dashboarden ”{name}” och äger den från och med nu.',
    gone: 'Den är privat, så du ser den inte längre. Be {by} att dela den om du fortfarande behöver den.',
  },
  et: {
    subject: '{by} võttis teie töölaua „{name}“ üle',
    text: '{by} võttis töölaua „{name}“ üle ja on nüüd selle omanik.',
    gone: 'See on privaatne, seega te seda enam ei näe. Kui vajate seda, paluge, et {by} seda jagaks.',
  },
  lv: {
    subject: '{by} ir pārņēmis jūsu informācijas paneli “{name}”',
    text: '{by} ir pārņēmis informācijas paneli “{name}” un turpmāk ir tā īpašnieks.',
    gone: 'Tas ir privāts, tāpēc jūs to vairs neredzat. Ja tas vēl vajadzīgs, lūdziet, lai {by} to kopīgo.',
  },
}
