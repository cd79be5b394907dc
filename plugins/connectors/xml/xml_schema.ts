import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { FeedTable, FeedType } from '#core/contracts/feed'

export const NAMESPACE = 'urn:telestat:report:1'
const XS = 'http://www.w3.org/2001/XMLSchema'

const types: Readonly<Record<FeedType, string>> = {
  text: 'xs:string',
  phone: 'xs:string',
  whole: 'xs:integer',
  number: 'xs:double',
  flag: 'xs:boolean',
  moment: 'xs:dateTime',
  date: 'xs:date',
  clock: 'xs:time',
}

/** An XML Schema (1.0) of the table. Any column may be missing in a row: there was nothing, or it was not asked for. */
export function xmlSchema({ columns }: FeedTable): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' })
  const schema = root.ele(XS, 'xs:schema', {
    targetNamespace: NAMESPACE,
    elementFormDefault: 'qualified',
  })
  const report = sequence(element(schema, { name: 'report' }))
  const attributes = ['table', 'title', 'asOf', 'from', 'to', 'lang']
  const described = sequence(element(report.parts, { name: 'columns' }))
  const column = element(described.parts, many({ name: 'column' })).ele(XS, 'xs:complexType')
  for (const name of ['key', 'label', 'type']) attribute(column, name)
  const rows = sequence(element(report.parts, { name: 'rows' }))
  const row = sequence(element(rows.parts, many({ name: 'row' })))
  for (const { key, type, label } of columns) {
    const cell = element(row.parts, { name: key, type: types[type], minOccurs: '0' })
    cell.ele(XS, 'xs:annotation').ele(XS, 'xs:documentation').txt(label)
    if (type === 'moment') {
      element(row.parts, { name: `${key}Utc`, type: types[type], minOccurs: '0' })
    }
  }
  for (const name of attributes) attribute(report.type, name)
  return root.end({ prettyPrint: true })
}

const element = (parent: XMLBuilder, attributes: Record<string, string>) =>
  parent.ele(XS, 'xs:element', attributes)

function sequence(parent: XMLBuilder) {
  const type = parent.ele(XS, 'xs:complexType')
  return { type, parts: type.ele(XS, 'xs:sequence') }
}

const many = (attributes: Record<string, string>) => ({
  ...attributes,
  minOccurs: '0',
  maxOccurs: 'unbounded',
})

const attribute = (parent: XMLBuilder, name: string) =>
  parent.ele(XS, 'xs:attribute', { name, type: 'xs:string', use: 'required' })
