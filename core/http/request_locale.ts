import type { HttpContext } from '@adonisjs/core/http'
import { locales } from '#config/i18n'

/** The language of labels in an answer: what `accept-language` asks for among ours, else English. */
export const requestLocale = ({ request }: Pick<HttpContext, 'request'>): string =>
  request.language([...locales]) ?? 'en'
