import { useI18n } from 'vue-i18n'
import type { Connector } from '../api/connectors.js'

/** Why a connector gives no data though it is enabled, or not all of it; empty where all is well. */
export function useStanding() {
  const { t, te } = useI18n()

  return ({ enabled, problem }: Pick<Connector, 'enabled' | 'problem'>): string => {
    if (!enabled || !problem) return ''
    const key = `connectors.standing.${problem.code}`
    return te(key) ? t(key) : problem.message
  }
}
