import i18nManager from '@adonisjs/i18n/services/main'
import type { ConnectorAnswer, GuideStep } from '#core/contracts/connector'
import type { Feed } from '#core/contracts/feed'
import { guideOf } from '#core/feeds/guide_of'
import { guideStyle } from '#core/feeds/guide_style'
import type Connector from '#core/feeds/models/connector'

/**
 * The guide as a page of its own, for whoever was only sent the address. It has no scripts, and no token
 * either, whatever it was asked for with: it may be kept and passed on.
 */
export function guidePage(
  connector: Connector,
  feed: Feed,
  address: string,
  locale: string
): ConnectorAnswer {
  const { title, report, steps } = guideOf(connector, feed, address, locale)
  const i18n = i18nManager.locale(locale)
  const word = (key: string) => text(i18n.formatMessage(`feeds.${key}`))
  const columns = feed.tables.map(
    ({ label, columns: some }) => `<details><summary>${text(label)}</summary><table>
<thead><tr><th>${word('key')}</th><th>${word('name')}</th><th>${word('meaning')}</th></tr></thead>
<tbody>${some.map(({ key, label: name, description }) => `<tr><td><code>${text(key)}</code></td><td>${text(name)}</td><td>${text(description)}</td></tr>`).join('')}</tbody></table></details>`
  )
  const body = `<!doctype html>
<html lang="${text(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${text(title)} – ${text(report)}</title><style>${guideStyle}</style></head>
<body><main><p class="kind">${text(title)}</p><h1>${text(report)}</h1>
<ol>${steps.map((step) => stepHtml(step, address)).join('\n')}</ol>
<h2>${word('columns')}</h2><p>${word('columnsHelp')}</p>
${columns.join('\n')}</main></body></html>`
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
}

function stepHtml({ title, text: words, code, file, picture }: GuideStep, address: string) {
  return `<li><h2>${text(title)}</h2><p>${text(words)}</p>
${file ? `<p><a class="file" href="${text(new URL(file.path, address).href)}">${text(file.label)}</a></p>` : ''}
${code ? `<pre tabindex="0"><code>${text(code.text)}</code></pre>` : ''}
${picture ? `<figure role="img" aria-label="${text(picture.alt)}">${picture.svg}</figure>` : ''}</li>`
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const text = (words: string) => words.replaceAll(/[&<>"']/g, (sign) => signs[sign]!)
