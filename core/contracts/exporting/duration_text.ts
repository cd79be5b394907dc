/** 3723 → `01:02:03`; hours may be more than two digits. */
export function durationText(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const pair = (part: number) => String(part).padStart(2, '0')
  const sign = seconds < 0 ? '-' : ''
  return `${sign}${pair(Math.floor(whole / 3600))}:${pair(Math.floor(whole / 60) % 60)}:${pair(whole % 60)}`
}
