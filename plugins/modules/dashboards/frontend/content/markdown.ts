export interface TextPart {
  text: string
  bold?: true
  italic?: true
  href?: string
}

export type TextBlock =
  { kind: 'h2' | 'h3' | 'p'; parts: TextPart[] } | { kind: 'list'; items: TextPart[][] }

/** Headings, lists, bold, italics and links; everything else is text. */
export function blocksOf(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  for (const line of text.split(/\r?\n/)) {
    const item = /^\s*[-*]\s+(.*)$/.exec(line)
    const heading = /^(#{1,2})\s+(.*)$/.exec(line)
    const last = blocks.at(-1)
    if (item) {
      if (last?.kind === 'list') last.items.push(partsOf(item[1] ?? ''))
      else blocks.push({ kind: 'list', items: [partsOf(item[1] ?? '')] })
    } else if (heading) {
      blocks.push({ kind: heading[1] === '#' ? 'h2' : 'h3', parts: partsOf(heading[2] ?? '') })
    } else if (line.trim()) blocks.push({ kind: 'p', parts: partsOf(line) })
  }
  return blocks
}

function partsOf(line: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const found of line.matchAll(
    /\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g
  )) {
    if (found.index > at) parts.push({ text: line.slice(at, found.index) })
    const [whole, bold, italic, label, href] = found
    if (bold) parts.push({ text: bold, bold: true })
    else if (italic) parts.push({ text: italic, italic: true })
    else if (label && href) parts.push({ text: label, href })
    at = found.index + whole.length
  }
  if (at < line.length) parts.push({ text: line.slice(at) })
  return parts
}
