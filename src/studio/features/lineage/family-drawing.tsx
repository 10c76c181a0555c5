import type { FamilyMember } from '#contract/family.ts'
import type { FamilyTree } from './family-tree.ts'
import { MemberItem } from './member-item.tsx'
import { stepWords } from './step-words.ts'
import { drawingSize, itemPx, lineOf, placeOf, wordsPlace } from './tree-sizes.ts'

export type FamilyViewProps = {
  tree: FamilyTree
  members: ReadonlyMap<number, FamilyMember>
  openSeq: number
  current: number
  onCurrent: (seq: number) => void
  onOpen: (seq: number) => void
}

/** The words of the step by which somebody hangs in the tree. */
export const stepOf = ({ edges }: FamilyTree, seq: number) => {
  const edge = edges.find(({ child, isExtra }) => child === seq && !isExtra)
  return edge ? stepWords(edge.links) : ''
}

/** A family from left to right, at 100 %. */
export function FamilyDrawing(props: FamilyViewProps) {
  const { tree, members, openSeq, current, onCurrent, onOpen } = props
  const { nodes, edges } = tree
  const size = drawingSize(tree)
  return (
    <div className="relative" style={size}>
      <svg
        aria-hidden
        width={size.width}
        height={size.height}
        className="pointer-events-none absolute inset-0 fill-none"
      >
        {edges.map(({ parent, child, isExtra }) => {
          const [from, to] = [nodes.get(parent), nodes.get(child)]
          if (!from || !to) return null
          return (
            <path
              key={`${parent} ${child}`}
              d={lineOf(from, to, isExtra)}
              strokeDasharray={isExtra ? '3 4' : undefined}
              className={isExtra ? 'stroke-quiet' : 'stroke-edge'}
            />
          )
        })}
      </svg>
      {[...nodes.values()].map((node) => {
        const member = members.get(node.seq)
        if (!member) return null
        const step = stepOf(tree, node.seq)
        return (
          <div key={node.seq} className="contents">
            {step && (
              <span
                aria-hidden
                className="absolute line-clamp-1 text-center text-mark text-quiet"
                style={wordsPlace(node)}
              >
                <span className="bg-page px-1">{step}</span>
              </span>
            )}
            <div className="absolute" style={{ ...placeOf(node), ...itemPx }}>
              <MemberItem
                member={member}
                step={step}
                depth={node.depth}
                isOpen={node.seq === openSeq}
                isCurrent={node.seq === current}
                onFocus={() => onCurrent(node.seq)}
                onOpen={() => onOpen(node.seq)}
              />
            </div>
          </div>
        )
      })}
    </div>
  )
}
