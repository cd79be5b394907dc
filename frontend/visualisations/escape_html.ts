/** A text as HTML that reads the same. The chart library writes names into its tooltips as HTML. */
export const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
