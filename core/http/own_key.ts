/** Keys that stand in examples, in the tests and in other products' documentation. */
const known =
  /^(a key that only the tests know and use|.*(change[ _-]?me|your[ _-]?(app[ _-]?)?key|secret[ _-]?key|example|password|default|test-guest).*)$/i
const SHORTEST = 16
const FEWEST_DIFFERENT_CHARACTERS = 8

/**
 * What is wrong with the key that seals secrets and signs sessions, in a sentence, or undefined. In
 * production a server does not start with one that others may know.
 */
export function problemOfKey(key: string): string | undefined {
  if (key.length < SHORTEST) return `APP_KEY has fewer than ${SHORTEST} characters.`
  if (new Set(key).size < FEWEST_DIFFERENT_CHARACTERS) {
    return 'APP_KEY is the same few characters again and again.'
  }
  return known.test(key) ? 'APP_KEY is one that others know, from an example.' : undefined
}
