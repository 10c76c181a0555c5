import type { Reference } from './read-reference.ts'
import type { ReferenceRole, RolesAsked } from './reference-roles.ts'

/** References by what they are used for, the most important first. */
export type GivenRoles = Record<ReferenceRole, { reference: Reference; number: number }[]>

/**
 * Roles by the words; without any word about them palette and light come from all references and
 * the composition from the first. One that was left out while others were named gives colour when
 * nobody else does.
 */
export function givenRoles(references: readonly Reference[], { roles }: RolesAsked): GivenRoles {
  const all = references.map((reference, n) => ({ reference, number: n + 1 }))
  const of = (role: ReferenceRole) => all.filter(({ number }) => roles.get(number - 1)?.has(role))
  const unnamed = all.filter(({ number }) => !roles.get(number - 1)?.size)
  const named = roles.size > 0
  const or = (role: ReferenceRole, fallback: typeof all) => {
    const own = of(role)
    return own.length > 0 ? own : fallback
  }
  return {
    palette: or('palette', unnamed),
    light: or('light', named ? [] : all),
    composition: or('composition', named ? [] : all.slice(0, 1)),
    style: of('style'),
    subject: of('subject'),
    background: of('background'),
  }
}
