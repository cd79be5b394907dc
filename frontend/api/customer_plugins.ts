import { request } from './client.js'
import type { CollectionPoint } from './measured.js'

export type SettingValue = string | number | boolean | Record<string, string> | null

/** A field of a plugin's form, as the plugin declares it. */
export interface SettingField {
  key: string
  type: 'text' | 'number' | 'flag' | 'secret' | 'choice' | 'zone' | 'map'
  required: boolean
  label: string
  help: string | null
  default: SettingValue
  choices: { value: string; label: string }[] | null
}

/** Values as they may be shown: of a secret, only whether there is one. */
export type ShownSettings = Record<string, SettingValue | { isSet: boolean }>

export interface CustomerPlugin {
  key: string
  kind: string
  label: string
  description: string
  enabled: boolean
  form: SettingField[]
  settings: ShownSettings
  /** Asked for each collection point of a source. */
  pointForm: SettingField[]
}

export interface PointSettings {
  id: number
  source: string
  name: string
  zone: string
  settings: ShownSettings
}

/** What is to change: a secret that is not named stays, null takes a value away. */
export type SettingsChange = Record<string, SettingValue>

const at = (customer: number, rest: string) => `/api/operator/v1/customers/${customer}/${rest}`

export async function listCustomerPlugins(customer: number): Promise<CustomerPlugin[]> {
  const { plugins } = await request<{ plugins: CustomerPlugin[] }>('GET', at(customer, 'plugins'))
  return plugins
}

export const changePlugin = (
  customer: number,
  plugin: string,
  body: { enabled?: boolean; settings?: SettingsChange }
) => request<unknown>('PUT', at(customer, `plugins/${encodeURIComponent(plugin)}`), { body })

export async function listCustomerPoints(customer: number): Promise<CollectionPoint[]> {
  const { points } = await request<{ points: CollectionPoint[] }>('GET', at(customer, 'points'))
  return points
}

export async function getPointSettings(customer: number, point: number): Promise<PointSettings> {
  const answer = await request<{ point: PointSettings }>('GET', at(customer, `points/${point}`))
  return answer.point
}

export const createPoint = (
  customer: number,
  body: { source: string; name: string; zone: string }
) => request<unknown>('POST', at(customer, 'points'), { body })

export const changePoint = (
  customer: number,
  point: number,
  body: { zone?: string; settings?: SettingsChange }
) => request<unknown>('PATCH', at(customer, `points/${point}`), { body })

/** Tries the settings: `problem` says in words why they do not work. */
export const testPoint = (customer: number, point: number) =>
  request<{ works: boolean; problem: string | null }>('POST', at(customer, `points/${point}/test`))
