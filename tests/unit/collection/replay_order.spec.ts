import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import CollectedFile from '#core/collection/models/collected_file'
import { replayOrder } from '#core/collection/replay/replay_order'

/** A file that was begun and last read on at these minutes. */
const file = (
  id: number,
  begun: number,
  ended: number,
  format: 'platform' | 'ndjson' = 'platform'
) =>
  new CollectedFile().merge({
    id,
    format,
    createdAt: DateTime.utc(2026, 3, 2, 8, begun),
    updatedAt: DateTime.utc(2026, 3, 2, 8, ended),
  })

const idsOf = (files: CollectedFile[]) => files.map(({ id }) => id)

test.group('Which files are collected again', () => {
  test('the file and all after it, where each ended before the next began', ({ assert }) => {
    const files = [file(1, 0, 5), file(2, 6, 10), file(3, 11, 20)]
    assert.deepEqual(idsOf(replayOrder(files[1] ?? file(0, 0, 0), files)), [2, 3])
  })

  test('an earlier log that went on growing beside it too', ({ assert }) => {
    const files = [file(1, 0, 1), file(2, 2, 30), file(3, 20, 25), file(4, 26, 27)]
    assert.deepEqual(idsOf(replayOrder(files[2] ?? file(0, 0, 0), files)), [2, 3, 4])
  })

  test('ready made events have no memory, so theirs is read alone and never with others', ({
    assert,
  }) => {
    const files = [file(1, 0, 5), file(2, 6, 10, 'ndjson'), file(3, 11, 20)]
    assert.deepEqual(idsOf(replayOrder(files[1] ?? file(0, 0, 0), files)), [2])
    assert.deepEqual(idsOf(replayOrder(files[0] ?? file(0, 0, 0), files)), [1, 3])
  })
})
