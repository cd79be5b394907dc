import type { BoardDocument } from '#core/contracts/board'
import type { DocumentPolicy } from '#core/contracts/module'

const YOUTUBE = 'https://www.youtube-nocookie.com'

/** Hosts of the pages, pictures and films of others on a dashboard: a screen loads from these alone. */
export function outsideHosts({ widgets, look }: BoardDocument): DocumentPolicy {
  const hostOf = (address: unknown) => {
    const url = typeof address === 'string' && URL.canParse(address) ? new URL(address) : undefined
    return url?.protocol === 'https:' ? [url.origin] : []
  }
  const of = (kind: string) =>
    Object.values(widgets)
      .filter((widget) => widget.kind === kind)
      .flatMap(({ settings }) => hostOf(settings?.address))
  const films = Object.values(widgets).some(({ kind }) => kind === 'youtube_film')
  return {
    frames: [...new Set([...of('web_page'), ...(films ? [YOUTUBE] : [])])],
    images: [...new Set([...of('image_block'), ...hostOf(look.image)])],
    media: [...new Set(of('video_clip'))],
  }
}
