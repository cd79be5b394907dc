import { setCustomIconLoader } from '@iconify/vue'

/**
 * Icons that our own files name are built into the page. Those that plugins declare are not known
 * when it is built: the whole collection is fetched once, from our own server, when one is first shown.
 */
export function provideIcons() {
  setCustomIconLoader(async (name) => {
    const { default: collection } = await import('@iconify-json/lucide/icons.json')
    const icons: Record<string, { body: string }> = collection.icons
    const aliases: Record<string, { parent: string }> = collection.aliases
    const icon = icons[name] ?? icons[aliases[name]?.parent ?? ''] ?? icons['circle']
    return { body: icon?.body ?? '', width: collection.width, height: collection.height }
  }, 'lucide')
}
