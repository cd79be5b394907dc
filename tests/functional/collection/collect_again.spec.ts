import { test } from '@japa/runner'
import { collectAgain } from '#core/collection/actions/collect_again'
import CollectedFile from '#core/collection/models/collected_file'
import type Customer from '#core/customers/models/customer'
import { ignored, taught } from '#tests/functional/collection/made/hotline'
import {
  at,
  callsOf,
  collectLog,
  hotlineCustomer,
  logFile,
  useHotline,
} from '#tests/functional/collection/made/use_hotline'

async function filesOf({ id: customerId }: Customer) {
  const files = await CollectedFile.query().where({ customerId }).orderBy('id')
  return files.map(({ id }) => id)
}

/** Two files: a call that begins in the first and ends in the second, and calls of a trunk in both. */
async function twoFiles() {
  const customer = await hotlineCustomer()
  const first = [
    `${at('08:00:00')};a;support;ring`,
    `${at('08:00:01')};b;trunk;ring`,
    `${at('08:00:02')};b;trunk;lost`,
    `${at('08:00:03')};c;support;ring`,
    `${at('08:00:09')};c;support;lost`,
  ]
  const second = [
    `${at('08:01:00')};a;support;answer;anna`,
    `${at('08:01:01')};d;trunk;ring`,
    `${at('08:01:02')};d;trunk;lost`,
  ]
  await collectLog(customer, await logFile(first))
  await collectLog(customer, await logFile(second))
  const files = await filesOf(customer)
  return { customer, first: files[0]!, second: files[1]! }
}

const WITH_TRUNKS = [
  'a support 08:00:00 answered',
  'b trunk 08:00:01 lost',
  'c support 08:00:03 lost',
  'd trunk 08:01:01 lost',
]
const WITHOUT = ['a support 08:00:00 answered', 'c support 08:00:03 lost']

test.group('Collecting again', (group) => {
  useHotline(group)

  test('replaces what the files made: what a changed setting makes no more is gone, and back when it is changed again', async ({
    assert,
  }) => {
    const { customer, first } = await twoFiles()
    const again = () => collectAgain({ customerId: customer.id, fileId: first })
    assert.deepEqual(await callsOf(customer), WITH_TRUNKS)

    assert.deepInclude(await again(), { gone: 0, unchanged: 8, added: 0 })
    assert.deepEqual(await callsOf(customer), WITH_TRUNKS)
    for (let change = 0; change < 2; change += 1) {
      ignored.add('trunk')
      assert.deepInclude(await again(), { gone: 2 })
      assert.deepEqual(await callsOf(customer), WITHOUT)
      assert.deepInclude(await again(), { gone: 0 })
      ignored.clear()
      assert.deepInclude(await again(), { gone: 0 })
      assert.deepEqual(await callsOf(customer), WITH_TRUNKS)
    }
  })

  test('leaves alone what files before made, other points and other customers', async ({
    assert,
  }) => {
    const { customer, second } = await twoFiles()
    const other = await twoFiles()
    await collectLog(
      customer,
      await logFile([`${at('09:00:00')};e;trunk;ring`, `${at('09:00:01')};e;trunk;lost`]),
      'elsewhere'
    )
    ignored.add('trunk')
    const { gone, files } = await collectAgain({ customerId: customer.id, fileId: second })
    assert.deepEqual({ gone, files }, { gone: 1, files: 1 })
    assert.deepEqual(await callsOf(customer), [
      'a support 08:00:00 answered',
      'b trunk 08:00:01 lost',
      'c support 08:00:03 lost',
      'e trunk 09:00:00 lost',
    ])
    assert.deepEqual(await callsOf(other.customer), WITH_TRUNKS)
  })

  test('believes what the files say now, also where they said more before', async ({ assert }) => {
    const customer = await hotlineCustomer()
    taught.add('whisper')
    await collectLog(
      customer,
      await logFile([
        `${at('08:00:00')};a;support;ring`,
        `${at('08:00:09')};a;support;whisper;anna`,
      ])
    )
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 answered'])
    taught.clear()
    const [file] = await filesOf(customer)
    const totals = await collectAgain({ customerId: customer.id, fileId: file! })
    assert.deepInclude(totals, { quarantined: 1, gone: 0 })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 ongoing'])
    taught.add('whisper')
    assert.deepInclude(await collectAgain({ customerId: customer.id, fileId: file! }), {
      resolved: 1,
      gone: 0,
    })
    assert.deepEqual(await callsOf(customer), ['a support 08:00:00 answered'])
  })

  test('is not needed where a source says that keys replace all that there were', async ({
    assert,
  }) => {
    const customer = await hotlineCustomer()
    const whole = `${at('08:00:00')};a;support;parts;`
    await collectLog(customer, await logFile([`${whole}1,2,3`, `${at('08:00:00')};a1;x;ring`]))
    assert.deepEqual(await callsOf(customer), [
      'a/1 support 08:00:00 lost',
      'a/2 support 08:00:00 lost',
      'a/3 support 08:00:00 lost',
      'a1 x 08:00:00 ongoing',
    ])
    await collectLog(customer, await logFile([`${whole}2,4`]))
    assert.deepEqual(await callsOf(customer), [
      'a/2 support 08:00:00 lost',
      'a/4 support 08:00:00 lost',
      'a1 x 08:00:00 ongoing',
    ])
  })
})
