import { test } from '@japa/runner'
import { Admission } from '#core/reports/admission'

test.group('Answers that need much memory', () => {
  const order: string[] = []
  const enter = async (admission: Admission, name: string, customer: number, cells: number) => {
    const leave = await admission.enter(customer, cells)
    order.push(name)
    return leave
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  test('a customer has one heavy answer at a time, beside light ones, and others are let in', async ({
    assert,
  }) => {
    order.length = 0
    const admission = new Admission(100, 80, 10)
    const first = await enter(admission, 'a heavy', 1, 50)
    const second = enter(admission, 'a heavy again', 1, 20)
    void enter(admission, 'b', 2, 20)
    void enter(admission, 'c', 3, 5)
    await settled()
    assert.deepEqual(order, ['a heavy', 'b', 'c'])
    first()
    first()
    await second
    assert.deepEqual(order.at(-1), 'a heavy again')
    const light = await enter(admission, 'a light', 1, 10)
    light()
  })

  test('never is more held than there is, and a large answer is not passed for ever', async ({
    assert,
  }) => {
    order.length = 0
    const admission = new Admission(100, 80, 10)
    const leave = await enter(admission, 'a', 1, 60)
    const large = enter(admission, 'b large', 2, 500)
    const small = enter(admission, 'c small', 3, 5)
    await settled()
    assert.deepEqual(order, ['a'])
    leave()
    await Promise.all([large, small])
    assert.deepEqual(order, ['a', 'b large', 'c small'])
  })

  test('who leaves while waiting gives the place up', async ({ assert }) => {
    order.length = 0
    const admission = new Admission(100, 80, 10)
    const leave = await enter(admission, 'a', 1, 60)
    const gone = new AbortController()
    const waiting = admission.enter(2, 80, gone.signal)
    const next = enter(admission, 'c', 3, 40)
    gone.abort(new Error('left'))
    await assert.rejects(() => waiting, 'left')
    await next
    assert.deepEqual(order, ['a', 'c'])
    leave()
  })
})
