import type { FamilyMember } from '#contract/family.ts'
import { startOf } from '../../lib/start-of.ts'
import { MemberStill } from './member-still.tsx'
import { memberName, shortPrice, stateNote } from './member-words.ts'

type MemberItemProps = {
  member: FamilyMember
  /** What was done to come to it. */
  step: string
  depth: number
  /** What is open under the tree. */
  isOpen: boolean
  isCurrent: boolean
  onFocus: () => void
  onOpen: () => void
}

/** What makes an element a member of the tree, for hands, keys and readers. */
export const itemProps = (props: MemberItemProps) => {
  const { member, step, depth, isOpen, isCurrent, onFocus, onOpen } = props
  return {
    role: 'treeitem',
    'aria-level': depth + 1,
    'aria-selected': isOpen,
    'aria-label': [step, memberName(member), shortPrice(member)].filter(Boolean).join(', '),
    'data-member': member.seq,
    tabIndex: isCurrent ? 0 : -1,
    title: startOf(member.words, 200),
    onFocus,
    onClick: onOpen,
  } as const
}

/** A member in the drawing: picture, state, price. */
export function MemberItem(props: MemberItemProps) {
  const { member, isOpen } = props
  const note = stateNote(member)
  return (
    <div
      {...itemProps(props)}
      className={`group flex size-full cursor-default flex-col gap-1 rounded p-1 outline-none hover:bg-raised ${isOpen ? 'bg-lifted' : ''}`}
    >
      <span className="block h-20 shrink-0 rounded-sm outline-offset-1 outline-accent group-focus:outline-2">
        <MemberStill member={member} />
      </span>
      <span className="flex justify-center gap-2 text-mark tabular-nums">
        <span className="truncate text-quiet">{shortPrice(member)}</span>
        {note && (
          <span className={`truncate ${member.state === 'failed' ? 'text-bad' : 'text-warn'}`}>
            {note}
          </span>
        )}
      </span>
    </div>
  )
}
