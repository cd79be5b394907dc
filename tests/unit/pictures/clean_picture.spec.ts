import { test } from '@japa/runner'
import { crc32 } from 'node:zlib'
import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import type { RequestError } from '#core/http/request_error'
import { cleanPicture } from '#core/pictures/clean_picture'
import { madeJpeg, madePng } from '#tests/made/picture'

const HIDDEN = '<script>alert(1)</script>'

/** A PNG with one more chunk of text, right after its header. */
function withText(png: Buffer, text: string) {
  const body = Buffer.from(`tEXtComment\0${text}`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length - 4)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([png.subarray(0, 33), length, body, check, png.subarray(33)])
}

/** The header of a PNG changed, with the sum that fits. */
function withHeader(png: Buffer, change: (header: Buffer) => void) {
  const changed = Buffer.from(png)
  change(changed.subarray(16, 29))
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29)
  return changed
}

const refusal = (upload: Buffer) => {
  try {
    cleanPicture(upload, 'image')
  } catch (error) {
    return (error as RequestError).problem
  }
  return null
}

test.group('An uploaded picture', () => {
  test('keeps its points, and nothing else that was in the file', ({ assert }) => {
    const upload = withText(madePng(5, 3, 128), HIDDEN)
    assert.include(upload.toString('latin1'), HIDDEN)
    const { bytes, type } = cleanPicture(upload, 'image')
    assert.equal(type, 'image/png')
    assert.notInclude(bytes.toString('latin1'), HIDDEN)
    const { width, height, data } = PNG.sync.read(bytes)
    assert.deepEqual([width, height, [...data.subarray(0, 4)]], [5, 3, [200, 30, 60, 128]])
  })

  test('that is a JPEG loses where it was taken', ({ assert }) => {
    const upload = madeJpeg(16, 8, 'N 59.33 E 18.06')
    const { bytes, type } = cleanPicture(upload, 'image')
    assert.equal(type, 'image/jpeg')
    assert.include(upload.toString('latin1'), 'N 59.33')
    assert.notInclude(bytes.toString('latin1'), 'N 59.33')
    const { width, height } = jpeg.decode(bytes)
    assert.deepEqual([width, height], [16, 8])
  })

  test('loses what is glued to its end', ({ assert }) => {
    const { bytes } = cleanPicture(Buffer.concat([madeJpeg(), Buffer.from(HIDDEN)]), 'image')
    assert.notInclude(bytes.toString('latin1'), HIDDEN)
  })

  test('that only begins as one is refused in a sentence', ({ assert }) => {
    for (const upload of [
      Buffer.concat([madePng().subarray(0, 8), Buffer.from(HIDDEN)]),
      madePng().subarray(0, 40),
      Buffer.concat([madeJpeg().subarray(0, 3), Buffer.from(HIDDEN)]),
      madeJpeg(64, 64).subarray(0, 300),
    ]) {
      assert.containsSubset(refusal(upload), { code: 'E_BAD_PICTURE', field: 'image' })
      assert.match(refusal(upload)?.message ?? '', /cannot be read as a picture/)
    }
    assert.match(refusal(Buffer.from('<svg/>'))?.message ?? '', /PNG or JPEG of at most 1 MB/)
  })

  test('that would fill the memory is refused by what its header says', ({ assert }) => {
    const vast = withHeader(madePng(), (header) => {
      header.writeUInt32BE(60_000, 0)
      header.writeUInt32BE(60_000, 4)
    })
    assert.match(refusal(vast)?.message ?? '', /too many points/)
    const jpegOfMany = Buffer.from(madeJpeg())
    const frame = jpegOfMany.indexOf(Buffer.from([0xff, 0xc0]))
    jpegOfMany.writeUInt16BE(60_000, frame + 5)
    jpegOfMany.writeUInt16BE(60_000, frame + 7)
    assert.match(refusal(jpegOfMany)?.message ?? '', /too many points/)
    const interlaced = withHeader(madePng(), (header) => header.writeUInt8(1, 12))
    assert.match(refusal(interlaced)?.message ?? '', /without interlacing/)
  })
})
