import type { FamilyMember } from '#contract/family.ts'
import { startOf } from '../../lib/start-of.ts'
import { branchOf, sumWords, wayTo } from './branch-price.ts'
import type { FamilyTree } from './family-tree.ts'

type FamilyFootProps = {
  tree: FamilyTree
  members: ReadonlyMap<number, FamilyMember>
  seq: number
}

/** Of the member in hand: its words, the price of the way to it, and of all that came of it. */
export function FamilyFoot({ tree, members, seq }: FamilyFootProps) {
  const cost = (seqs: ReadonlySet<number>) =>
    sumWords([...seqs].flatMap((each) => members.get(each) ?? []))
  const way = wayTo(tree, seq)
  const branch = branchOf(tree, seq)
  return (
    <footer className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-6 gap-y-1 border-t bg-panel px-4 py-2 text-dense">
      <p className="min-w-0 flex-1 truncate max-md:flex-none max-md:basis-full">
        {startOf(members.get(seq)?.words ?? '', 120)}
      </p>
      <p className="text-quiet tabular-nums">
        Way here, {way.size}: <span className="text-ink">{cost(way)}</span>
      </p>
      <p className="text-quiet tabular-nums">
        With all that came of it, {branch.size}: <span className="text-ink">{cost(branch)}</span>
      </p>
    </footer>
  )
}
