import type { Family, FamilyLink, FamilyMember } from '#contract/family.ts'

export type Relative = { member: FamilyMember; links: FamilyLink[] }

function gathered(members: ReadonlyMap<number, FamilyMember>, pairs: [number, FamilyLink][]) {
  const found = new Map<number, Relative>()
  for (const [seq, link] of pairs) {
    const member = members.get(seq)
    if (!member) continue
    const known = found.get(seq)
    if (known) known.links.push(link)
    else found.set(seq, { member, links: [link] })
  }
  return [...found.values()]
}

/** Whom one comes from and who comes of it, each once with all that was done. */
export function relativesOf({ members, links }: Family, id: string) {
  const bySeq = new Map(members.map((member) => [member.seq, member]))
  const self = members.find((member) => member.id === id)
  if (!self) return null
  const to = (end: 'parent' | 'child', other: 'parent' | 'child') =>
    gathered(
      bySeq,
      links
        .filter((link) => link[end] === self.seq && link[other] !== self.seq)
        .map((link) => [link[other], link]),
    )
  return { self, parents: to('child', 'parent'), children: to('parent', 'child') }
}
