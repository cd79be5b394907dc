/** A folder of the inbox, by the names of the folders it lies in. */
export interface InboxPlace {
  slug: string
  source: string
  point: string
}

/** Whether a file of that name is collected: hidden files, and those of programs that are still copying, are not. */
export const isInboxName = (name: string): boolean =>
  !name.startsWith('.') && !/(~|\.(tmp|part|partial|swp))$/i.test(name)
