import { request } from './client.js'

/** A mail that the demo kept instead of sending it. */
export interface DemoMail {
  id: string
  at: string
  to: string
  subject: string
  text: string
}

/** @throws ApiError with status 404 where this is no demo */
export const getDemoMails = async () => {
  const { mails } = await request<{ mails: DemoMail[] }>('GET', '/api/demo/mails')
  return mails
}
