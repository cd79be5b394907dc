/** `Chrome/79.0.3945.79` of what a browser calls itself. */
export const engineOf = (text: string) => /(?:Chrome|Firefox|Version)\/\d+/.exec(text)?.[0] ?? text
