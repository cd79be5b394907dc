import {
  errandRights,
  ownRights,
  type ErrandRight,
  type Person,
  type PersonChange,
  type Right,
  type Role,
} from '../api/people.js'

/** A person as a form has them. */
export interface PersonDraft {
  name: string
  zone: string | null
  role: Role
  seesEverything: boolean
  seesEverythingUntil: string | null
  noSpecification: boolean
  exports: boolean
  managesOutsiders: boolean
  errands: ErrandRight[]
  /** Rights in modules, in alphabetical order. */
  modules: string[]
}

export const draftOf = (person: Person): PersonDraft => ({
  name: person.name,
  zone: person.zone,
  role: person.role,
  seesEverything: person.seesEverything,
  seesEverythingUntil: person.seesEverythingUntil,
  noSpecification: !person.callSpecification,
  exports: person.rights.includes('exports.make'),
  managesOutsiders: person.rights.includes('customerUsers.manage'),
  errands: errandRights.filter((right) => person.rights.includes(right)),
  modules: person.rights.filter((right) => !ownRights.some((own) => own === right)).sort(),
})

/** What the form changes of the person, as the server is told. */
export function changedParts(person: Person, draft: PersonDraft): PersonChange {
  const before = draftOf(person)
  const differs = (...names: (keyof PersonDraft)[]) =>
    names.some((name) => String(before[name]) !== String(draft[name]))
  const given: [boolean, Right][] = [
    [draft.exports, 'exports.make'],
    [draft.managesOutsiders, 'customerUsers.manage'],
    ...errandRights.map((right): [boolean, Right] => [draft.errands.includes(right), right]),
    ...draft.modules.map((right): [boolean, Right] => [true, right as Right]),
  ]
  return {
    ...(differs('name') && { name: draft.name.trim() }),
    ...(differs('zone') && { zone: draft.zone }),
    ...(differs('role') && { role: draft.role }),
    ...(differs('seesEverything') && { seesEverything: draft.seesEverything }),
    ...(differs('seesEverythingUntil') && { seesEverythingUntil: draft.seesEverythingUntil }),
    ...(differs('noSpecification') && { callSpecification: !draft.noSpecification }),
    ...(differs('exports', 'managesOutsiders', 'errands', 'modules') && {
      // Told together with the rest: the list is all that they have.
      rights: given.flatMap(([has, right]) => (has ? [right] : [])),
      callSpecification: !draft.noSpecification,
    }),
  }
}
