import type { WarningLook } from '#core/contracts/board'

/** A colour never stands alone: each look has an icon, and a word in the locales. */
export const lookIcons: Readonly<Record<WarningLook, string>> = {
  ok: 'i-lucide-circle-check',
  note: 'i-lucide-info',
  warning: 'i-lucide-triangle-alert',
  critical: 'i-lucide-octagon-alert',
}
