import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'

/** What was mailed to an address, oldest first, as a mail program shows it: headers and text, decoded. */
export async function mailsTo(email: string): Promise<string[]> {
  const folder = storageFolder('mail')
  const files = await readdir(folder)
  const names = files.filter((name) => name.endsWith('.eml'))
  const mails = await Promise.all(
    names.sort().map((name) => readFile(join(folder, name), 'latin1'))
  )
  return mails.filter((mail) => isTo(mail, email)).map(readable)
}

/** The code in the newest mail to an address. */
export async function codeMailedTo(email: string, storage?: string): Promise<string> {
  const folder = storage ? join(storage, 'mail') : storageFolder('mail')
  const names = await readdir(folder)
  for (const name of names.sort().reverse()) {
    const mail = await readFile(join(folder, name), 'latin1')
    const code =
      isTo(mail, email) &&
      /\b(\d{6})\b/.exec(
        readable(mail)
          .split(/\r?\n\r?\n/)
          .slice(1)
          .join('\n')
      )?.[1]
    if (code) return code
  }
  throw new Error(`No code was mailed to ${email}.`)
}

const isTo = (mail: string, email: string) =>
  /^To: (.*)$/m.exec(mail)?.[1]?.trim().toLowerCase() === email.toLowerCase()

/** Undoes quoted-printable in the text and encoded words in the headers. */
const readable = (mail: string) =>
  octets(mail.replace(/\?=\r?\n =\?UTF-8\?Q\?/gi, '').replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, spaced))

const spaced = (_: string, word: string) => word.replaceAll('_', ' ')

const octets = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16))
      ),
    'latin1'
  ).toString('utf8')
