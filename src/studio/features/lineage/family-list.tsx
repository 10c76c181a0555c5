import { startOf } from '../../lib/start-of.ts'
import { type FamilyViewProps, stepOf } from './family-drawing.tsx'
import { itemProps } from './member-item.tsx'
import { MemberStill } from './member-still.tsx'
import { shortPrice, stateNote } from './member-words.ts'

const indentPx = 20
const deepest = 8

/** A family as an indented list, where there is no room for a drawing. */
export function FamilyList(props: FamilyViewProps) {
  const { tree, members, openSeq, current, onCurrent, onOpen } = props
  return (
    <div className="grid py-2">
      {tree.order.map((seq) => {
        const node = tree.nodes.get(seq)
        const member = members.get(seq)
        if (!node || !member) return null
        const step = stepOf(tree, seq)
        const isOpen = seq === openSeq
        return (
          <div
            key={seq}
            {...itemProps({
              member,
              step,
              depth: node.depth,
              isOpen,
              isCurrent: seq === current,
              onFocus: () => onCurrent(seq),
              onOpen: () => onOpen(seq),
            })}
            className={`group flex cursor-default items-center gap-3 px-4 py-1.5 outline-none ${isOpen ? 'bg-raised' : ''}`}
            style={{ paddingLeft: 16 + Math.min(node.depth, deepest) * indentPx }}
          >
            <span className="block h-12 w-16 shrink-0 rounded-sm outline-offset-1 outline-accent group-focus:outline-2">
              <MemberStill member={member} />
            </span>
            <span className="grid min-w-0 flex-1">
              <span className="truncate">{startOf(member.words)}</span>
              <span className="truncate text-dense text-quiet tabular-nums">
                {[step, shortPrice(member), stateNote(member)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </div>
        )
      })}
    </div>
  )
}
