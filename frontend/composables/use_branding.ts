import { shallowRef, watch } from 'vue'
import { useRoute } from 'vue-router'
import { brandOfPage, getBranding, type Branding } from '../api/branding.js'

const known = new Map<string, Promise<Branding | null>>()

/** How the customer shows itself whose name is in the address, spelt as it spells it, or else the operator of this host; null for the product's own. */
export function useBranding() {
  const route = useRoute()
  const branding = shallowRef<Branding | null>(null)
  watch(
    () => route.query.branding,
    async (name) => {
      branding.value = typeof name === 'string' && name ? await look(name) : brandOfPage()
    },
    { immediate: true }
  )
  return branding
}

function look(name: string) {
  const asked = known.get(name) ?? getBranding(name).catch(brandOfPage)
  known.set(name, asked)
  return asked
}
