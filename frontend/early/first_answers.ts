import { initialLanguage } from './language.js'

/**
 * The requests that every page begins with, sent while its code is still on its way. The server names
 * their paths in the document. This file runs alone and first, so it imports next to nothing.
 */
const answers = new Map<string, Promise<Response | undefined>>()
const language = initialLanguage()

const named = document.querySelector<HTMLMetaElement>('meta[name="first-requests"]')
for (const path of named?.content.split(' ').filter(Boolean) ?? []) {
  const headers = { 'accept': 'application/json', 'accept-language': language }
  const answer = fetch(path, { headers, credentials: 'same-origin' })
  // Where it fails the page asks again, and says so if that fails too.
  answers.set(
    path,
    answer.catch(() => undefined)
  )
}

/** The answer to a request that was sent already in the same language. It is given once, and undefined where there is none or it failed. */
export async function firstAnswer(path: string, spoken: string): Promise<Response | undefined> {
  const answer = answers.get(path)
  answers.delete(path)
  return spoken === language ? answer : undefined
}

/** What one person was answered must not be there for the next. */
export const forgetFirstAnswers = () => answers.clear()
