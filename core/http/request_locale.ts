import type { HttpContext } from '@adonisjs/core/http'
import { locales } from '#config/i18n'

const DEFAULT = 'en'
/** Whoever takes any language gets the first of these. */
const ordered = [DEFAULT, ...locales.filter((locale) => locale !== DEFAULT)]

/** The language of labels in an answer: what `accept-language` asks for among ours, else English. */
export const requestLocale = ({ request }: Pick<HttpContext, 'request'>): string =>
  request.language(ordered) ?? DEFAULT
