import type { GuideStep } from '#core/contracts/connector'
import type { Feed } from '#core/contracts/feed'
import type Connector from '#core/feeds/models/connector'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

export interface Guide {
  title: string
  report: string
  steps: readonly GuideStep[]
}

/** How to connect the tool that a connector was made for; none where its plugin is no more. */
export function guideOf(connector: Connector, feed: Feed, address: string, locale: string): Guide {
  const plugin = registry()
    .connectors()
    .find(({ key }) => key === connector.kind)
  const { title, tables } = feed
  const place = { address, token: connector.tokenRequired, title, tables, locale }
  return {
    title: plugin ? translate(plugin, 'label', locale) : connector.kind,
    report: title,
    steps: plugin?.guide(place) ?? [],
  }
}
