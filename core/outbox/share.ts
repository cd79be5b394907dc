import { createHash } from 'node:crypto'

/**
 * Who of some members has which part of the work: each name goes to the member with the highest weight
 * for it, so that a member who comes or goes moves only what becomes or was its own.
 * Source: D. Thaler and C. Ravishankar, "Using name-based mappings to increase hit rates", 1998.
 */
export const shareOf = (
  member: string,
  members: readonly string[],
  names: readonly string[]
): string[] =>
  names.filter((name) => {
    const own = weight(member, name)
    return members.every((other) => other === member || isLighter(other, name, own, member))
  })

function isLighter(other: string, name: string, own: string, member: string): boolean {
  const theirs = weight(other, name)
  return theirs < own || (theirs === own && other < member)
}

const weight = (member: string, name: string) =>
  createHash('md5').update(`${member} ${name}`).digest('hex')
