import type { Change } from '#core/contracts/change_of'
import type { Unit } from '../api/report_type.js'
import { formatValue, type Manner } from './format_value.js'

/** A change as people read it, with its sign: `+4,0 %`, `−1,2 procentenheter`; of what was nothing before, by how much. */
export function changeText(change: Change, unit: Unit, manner: Manner, points: string): string {
  const { difference, percent } = change
  const sign = difference > 0 ? '+' : ''
  if (unit === 'percent') {
    const rounded = new Intl.NumberFormat(manner.locale, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
    return `${sign}${rounded.format(difference)} ${points}`
  }
  if (percent !== null) return `${sign}${formatValue(percent, 'percent', manner)}`
  return `${sign}${formatValue(difference, unit, manner)}`
}
