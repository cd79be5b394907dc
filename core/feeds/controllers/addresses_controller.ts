import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { abortWithRequest } from '#core/http/abort_with_request'
import { acceptsGzip } from '#core/http/accepted_encoding'
import { addressesAsked } from '#core/customers/queries/addresses_of'
import { connectorFeed } from '#core/feeds/connector_feed'
import { changedAt } from '#core/feeds/changed_at'
import { feedState, feedTag } from '#core/feeds/feed_tag'
import { onlyRead } from '#core/feeds/errors'
import { findPath, methodsOf } from '#core/feeds/find_path'
import { guidePage } from '#core/feeds/guide_page'
import { allowOrigin, answerOptions } from '#core/feeds/http/allow_origin'
import { belowAddress } from '#core/feeds/http/below_address'
import { notModified } from '#core/feeds/http/not_modified'
import { postedText } from '#core/feeds/http/posted_text'
import { requestHeaders } from '#core/feeds/http/request_headers'
import { sendAnswer, VARY } from '#core/feeds/http/send_answer'
import { ownOptions, pullOptions } from '#core/feeds/pull_options'
import { enabledPlugins } from '#core/customers/queries/enabled_plugins'
import { requestLocale } from '#core/http/request_locale'

/** What other systems read: everything below a connector's address. */
export default class AddressesController {
  /** What a browser asks before a page of another origin may read. No token goes along with it. */
  async options(ctx: HttpContext) {
    await allowOrigin(ctx)
    return answerOptions(ctx)
  }

  async show(ctx: HttpContext) {
    const { request, response, pulled } = ctx
    const { connector, saved, reader } = pulled
    const path = belowAddress(request)
    const isPosted = request.method() === 'POST'
    const methods = methodsOf(path)
    if (!methods.includes(request.method())) {
      response.header('Allow', methods.join(', '))
      throw onlyRead(request.method())
    }
    const query = new URLSearchParams(request.parsedUrl.query ?? '')
    const options = pullOptions(query)
    const own = new URLSearchParams()
    for (const name of ownOptions) {
      const value = query.get(name)
      if (value !== null) own.set(name, value)
      query.delete(name)
    }
    const addresses = await addressesAsked(connector.customerId, request.hostname())
    const address = addresses(`/c/${connector.address}/`)
    const link = (child: string, more = new URLSearchParams()) => {
      const url = new URL(child, address)
      url.search = new URLSearchParams([...own, ...more]).toString()
      return url.href
    }
    const signal = abortWithRequest(ctx)
    const opened = await connectorFeed(connector, saved, reader, options, signal)
    if (path === '' || path === 'guide') {
      const locale = options.locale ?? requestLocale(ctx)
      return sendAnswer(ctx, guidePage(connector, opened.feed, address, locale))
    }
    const plugin = findPath(path, await enabledPlugins(connector.customerId))
    const headers = requestHeaders(request)
    if (isPosted) {
      const body = await postedText(request)
      const asking = { method: 'POST' as const, path, query, headers, address, link, body }
      return sendAnswer(ctx, await plugin.serve(asking, opened.feed))
    }
    const asked = `${acceptsGzip(request)} ${headers.get('prefer') ?? ''} ${path}?${own}&${query}`
    const state = await feedState(opened, connector, saved)
    const since = await changedAt(connector, state)
    const tag = feedTag(state, opened, asked)
    response.header('ETag', tag)
    // A moment that is still to come would be none.
    if (since <= DateTime.utc()) response.header('Last-Modified', since.toJSDate().toUTCString())
    if (notModified(headers, tag, since)) {
      response.header('Vary', VARY)
      return response.status(304).send('')
    }
    const answer = await plugin.serve(
      {
        method: request.method() === 'HEAD' ? 'HEAD' : 'GET',
        path,
        query,
        headers,
        address,
        link,
      },
      opened.feed
    )
    return sendAnswer(ctx, answer)
  }
}
