import jpeg from 'jpeg-js'
import { PNG } from 'pngjs'

/** A PNG of one colour, `alpha` 255 being opaque. */
export function madePng(width = 4, height = 4, alpha = 255): Buffer {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([200, 30, 60, alpha], at)
  return PNG.sync.write(png)
}

/** A JPEG of one colour that carries a comment, as cameras write where a picture was taken. */
export function madeJpeg(width = 16, height = 16, comment = 'N 59.33 E 18.06'): Buffer {
  const data = Buffer.alloc(width * height * 4, 120)
  return jpeg.encode({ width, height, data, comments: [comment] }, 90).data
}
