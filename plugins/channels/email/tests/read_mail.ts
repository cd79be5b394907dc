/** To whom a mail is and what it says, as a mail program shows it. */
export function readMail(mail: string): { to: string; text: string } {
  const to = /^To: (.*)$/im.exec(mail)?.[1]?.trim() ?? ''
  return { to, text: decoded(mail) }
}

function decoded(mail: string) {
  const joined = mail.replaceAll(/=\r?\n/g, '')
  const base64 = /base64\r?\n\r?\n([\w+/=\r\n]+)/.exec(mail)?.[1]
  if (base64) return Buffer.from(base64, 'base64').toString('utf8')
  const octets = joined.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16))
  )
  return Buffer.from(octets, 'latin1').toString('utf8')
}
