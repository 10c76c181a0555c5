import { ArrowLeft, Maximize, Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Family } from '#contract/family.ts'
import { useDragPan } from '../../lib/use-drag-pan.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { FamilyDrawing } from './family-drawing.tsx'
import { FamilyFoot } from './family-foot.tsx'
import { FamilyList } from './family-list.tsx'
import { familyTree } from './family-tree.ts'
import { drawingSize } from './tree-sizes.ts'
import { useFamilyKeys } from './use-family-keys.ts'
import { useZoom } from './use-zoom.ts'

type FamilyViewProps = {
  family: Family
  id: string
  onGo: (id: string) => void
  onClose: () => void
}

/** A family to walk through: by arrows, by dragging, by scrolling. */
export function FamilyView({ family, id, onGo, onClose }: FamilyViewProps) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const region = useRef<HTMLElement>(null)
  const isSmall = useMediaQuery('(width < 48rem)')
  const tree = familyTree(family)
  const members = new Map(family.members.map((member) => [member.seq, member]))
  const openSeq = family.members.find((member) => member.id === id)?.seq ?? tree.order[0] ?? 0
  const size = drawingSize(tree)
  const { scale, isFit, showAll, closer, further } = useZoom(isSmall ? null : box, size)
  const pan = useDragPan()
  const open = (seq: number) => {
    const member = members.get(seq)
    if (member && !pan.hasDragged) onGo(member.id)
  }
  const shape = isSmall ? 'list' : 'layers'
  const { current, setCurrent, onKeyDown } = useFamilyKeys({
    tree,
    start: openSeq,
    shape,
    onOpen: open,
  })
  useShortcuts(['detail'], { back: onClose, lineage: onClose })

  useEffect(() => {
    const item = region.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    item?.focus({ preventScroll: true })
    item?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [])

  const view = { tree, members, openSeq, current, onCurrent: setCurrent, onOpen: open }
  return (
    <section ref={region} aria-label="Family" className="flex h-full flex-col bg-page">
      <header className="flex h-12 shrink-0 items-center justify-between gap-2 border-b bg-panel px-2">
        <div className="flex min-w-0 items-center gap-1">
          <IconButton label="Back" icon={ArrowLeft} onClick={onClose} />
          <h2 className="ml-1 font-semibold">Family of {family.members.length}</h2>
          {family.cut && <p className="truncate text-dense text-quiet">The nearest of them</p>}
        </div>
        {!isSmall && (
          <div className="flex items-center gap-1">
            <IconButton label="Further out" icon={Minus} onClick={further} />
            <span className="w-10 text-center text-dense text-quiet tabular-nums">
              {Math.round(scale * 100)} %
            </span>
            <IconButton label="Closer" icon={Plus} onClick={closer} />
            <IconButton label="Show all" icon={Maximize} isOn={isFit} onClick={showAll} />
          </div>
        )}
      </header>
      <section ref={setBox} aria-label="Members" className="flex min-h-0 flex-1 overflow-auto">
        <div
          role="tree"
          tabIndex={-1}
          aria-label="Family"
          onKeyDown={onKeyDown}
          onPointerDown={pan.onPointerDown}
          onPointerMove={pan.onPointerMove}
          className={isSmall ? 'w-full' : 'm-auto shrink-0'}
          style={isSmall ? undefined : { width: size.width * scale, height: size.height * scale }}
        >
          {isSmall ? (
            <FamilyList {...view} />
          ) : (
            <div className="origin-top-left" style={{ scale: String(scale) }}>
              <FamilyDrawing {...view} />
            </div>
          )}
        </div>
      </section>
      <FamilyFoot tree={tree} members={members} seq={current} />
    </section>
  )
}
