import type { BoardLook } from '#core/contracts/board'

/** Colour and picture behind the widgets. The address is one that the server has checked, and is quoted. */
export const groundOf = ({ background, image, imageFit = 'cover', opacity = 100 }: BoardLook) => ({
  ...(background && { backgroundColor: background }),
  ...(image && { backgroundImage: `url("${encodeURI(decodeURI(image))}")` }),
  backgroundSize: imageFit === 'repeat' ? 'auto' : imageFit,
  backgroundRepeat: imageFit === 'repeat' ? 'repeat' : 'no-repeat',
  backgroundPosition: 'center',
  opacity: String(opacity / 100),
})
