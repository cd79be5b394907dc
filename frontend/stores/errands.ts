import { defineStore } from 'pinia'
import { readonly, shallowRef } from 'vue'
import { countNewErrands, listErrandServices, type ErrandService } from '../api/errands.js'
import { useSessionStore } from './session.js'

/** Where errands can be reported, and how many of them nobody has handled yet. */
export const useErrandsStore = defineStore('errands', () => {
  const session = useSessionStore()
  const services = shallowRef<ErrandService[]>([])
  const unhandled = shallowRef(0)

  async function load() {
    if (!session.can('errands.read')) return
    const [found, counted] = await Promise.all([
      listErrandServices(),
      session.can('errands.handle') ? countNewErrands() : { count: 0 },
    ])
    services.value = found.services
    unhandled.value = counted.count
  }

  function forget() {
    services.value = []
    unhandled.value = 0
  }

  return { services: readonly(services), unhandled: readonly(unhandled), load, forget }
})
