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

/** What the publisher of a link is told when it pauses because of their rights. */
export function linkPaused(
  language: string,
  { name }: { name: string }
): { subject: string; text: string } {
  const { subject, text } =
    pausedLetters[language as keyof typeof pausedLetters] ?? pausedLetters.en
  const put = (words: string) => words.replaceAll('{name}', name)
  return { subject: put(subject), text: put(text) }
}

const pausedLetters = {
  en: {
    subject: 'The public link to “{name}” shows nothing now',
    text: 'A public link shows what the person who published it may see. You no longer may show “{name}”, so its link has been paused. It goes on by itself if you are given the right again; somebody else can publish it anew.',
  },
  sv: {
    subject: 'Den publika länken till ”{name}” visar inget nu',
    text: 'En publik länk visar det som den som publicerade den får se. Du får inte längre visa ”{name}”, så länken är pausad. Den fortsätter av sig själv om du får behörigheten igen; någon annan kan publicera den på nytt.',
  },
  et: {
    subject: 'Avalik link „{name}“ ei näita praegu midagi',
    text: 'Avalik link näitab seda, mida selle avaldaja võib näha. Teie ei tohi enam „{name}“ näidata, seega on link peatatud. See jätkab ise, kui saate õiguse tagasi; keegi teine võib selle uuesti avaldada.',
  },
  lv: {
    subject: 'Publiskā saite uz “{name}” tagad neko nerāda',
    text: 'Publiska saite rāda to, ko drīkst redzēt tās publicētājs. Jūs vairs nedrīkstat rādīt “{name}”, tāpēc saite ir apturēta. Tā turpinās pati, ja tiesības atgūsiet; kāds cits to var publicēt no jauna.',
  },
}
