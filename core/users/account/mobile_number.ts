import { badMobile } from '#core/users/errors'

/** A number as it is kept, `+46701740605`, from how people write it with its country code. Throws `E_BAD_MOBILE`. */
export function mobileNumber(text: string): string {
  const number = text.replaceAll(/[\s().-]/g, '').replace(/^00/, '+')
  if (!/^\+[1-9]\d{7,14}$/.test(number)) throw badMobile(text)
  return number
}
