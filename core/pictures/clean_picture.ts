import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'
import { brokenPicture, interlacedPicture, largePicture, notAPicture } from '#core/pictures/errors'

/** A picture that we have drawn ourselves, point by point: nothing else that was in the upload is in it. */
export interface CleanPicture {
  bytes: Buffer
  type: 'image/png' | 'image/jpeg'
}

const MOST_BYTES = 1024 * 1024
const MOST_PIXELS = 4_000_000
const JPEG_QUALITY = 90

/**
 * Decodes an upload and encodes its points anew, so that what somebody hid in it (places, programs,
 * a page that only begins as a picture) stays behind. It is of the kind that its first bytes say,
 * at most one megabyte and four million points; `field` is what the request calls it. Throws `E_BAD_PICTURE`.
 */
export function cleanPicture(upload: Buffer, field: string): CleanPicture {
  const kind = kinds.find(({ start }) => upload.subarray(0, start.length).equals(start))
  if (!kind || upload.length > MOST_BYTES) throw notAPicture(field, MOST_BYTES)
  kind.demandBounds(upload, field)
  try {
    return { bytes: kind.redraw(upload), type: kind.type }
  } catch (error) {
    if (/limit exceeded/.test(String(error))) throw largePicture(field, MOST_PIXELS)
    throw brokenPicture(field)
  }
}

const kinds = [
  {
    type: 'image/png' as const,
    start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    demandBounds: demandPngBounds,
    redraw: (upload: Buffer) => {
      const { width, height, data } = PNG.sync.read(upload)
      const clean = new PNG({ width, height })
      data.copy(clean.data)
      return PNG.sync.write(clean, { colorType: isOpaque(data) ? 2 : 6 })
    },
  },
  {
    type: 'image/jpeg' as const,
    start: Buffer.from([0xff, 0xd8, 0xff]),
    // Its decoder reads the size before it takes memory for the points.
    demandBounds: () => undefined,
    redraw: (upload: Buffer) => {
      const limits = { maxResolutionInMP: MOST_PIXELS / 1_000_000, maxMemoryUsageInMB: 256 }
      const { width, height, data } = jpeg.decode(upload, { ...limits, tolerantDecoding: false })
      return jpeg.encode({ width, height, data }, JPEG_QUALITY).data
    },
  },
]

/** The header chunk stands first: width, height, and at its end whether the picture is interlaced. */
function demandPngBounds(upload: Buffer, field: string) {
  if (upload.length < 33 || upload.toString('latin1', 12, 16) !== 'IHDR') throw brokenPicture(field)
  if (upload.readUInt32BE(16) * upload.readUInt32BE(20) > MOST_PIXELS) {
    throw largePicture(field, MOST_PIXELS)
  }
  if (upload[28] !== 0) throw interlacedPicture(field)
}

function isOpaque(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false
  return true
}
