/** What a mail of ours says, from its file: one plain text, in whichever way it was packed. */
export function readMailText(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const packed = /^Content-Transfer-Encoding: (.*)$/im.exec(head)?.[1]?.trim().toLowerCase()
  if (packed === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  const octets = packed === 'quoted-printable' ? unquoted(body) : body
  return Buffer.from(octets, 'latin1').toString('utf8').replaceAll('\r\n', '\n').trim()
}

const unquoted = (text: string) =>
  text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16))
    )
