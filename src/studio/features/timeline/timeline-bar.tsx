import { AlignHorizontalDistributeCenter, ArrowLeftRight, CopyPlus, Trash2 } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { IndexField } from './index-field.tsx'
import { MagnetChoice } from './magnet-choice.tsx'
import type { MagnetName } from './snap.ts'
import type { Acts } from './use-acts.ts'
import type { Anchors } from './use-anchors.ts'

type TimelineBarProps = {
  of: Anchors
  acts: Acts
  grid: { last: number; fps: number }
  limit: number
  field: Ref<HTMLInputElement>
  onLeaveField: () => void
  magnets: ReadonlySet<MagnetName>
  onMagnets: (next: ReadonlySet<MagnetName>) => void
  add: ReactNode
  replace: ReactNode
}

/** All acts of the timeline, in the order of their use. */
export function TimelineBar(props: TimelineBarProps) {
  const { of, acts, grid, limit, field, onLeaveField, magnets, onMagnets } = props
  const { anchors, frames, picked } = of
  const isFull = anchors.length >= limit
  const one = picked.size === 1 ? [...picked][0] : undefined
  const frame = one === undefined ? null : (frames[one] ?? null)
  const isNone = picked.size === 0
  return (
    <div
      role="toolbar"
      aria-label="Keyframes"
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-panel px-2 py-1 max-md:border-t max-md:border-b-0"
    >
      <div data-add className="flex items-center">
        {isFull ? (
          <span className="text-dense text-quiet">{`${limit} of ${limit}: remove one to add one.`}</span>
        ) : (
          props.add
        )}
      </div>
      <IndexField
        key={one === undefined ? 'none' : anchors[one]?.id}
        ref={field}
        frame={frame}
        others={new Set(frames.filter((_, index) => index !== one))}
        grid={grid}
        onFrame={(next) => acts.place(frames.map((each, index) => (index === one ? next : each)))}
        onLeave={onLeaveField}
      />
      <div className="flex items-center">
        {props.replace}
        <IconButton
          label={isFull ? `Duplicate: there are ${limit} already` : 'Duplicate'}
          icon={CopyPlus}
          disabled={isNone || isFull}
          onClick={acts.duplicate}
        />
        <IconButton label="Remove" icon={Trash2} disabled={isNone} onClick={acts.remove} />
        <IconButton
          label={picked.size >= 3 ? 'Spread the selected evenly' : 'Spread evenly'}
          icon={AlignHorizontalDistributeCenter}
          disabled={anchors.length < 2}
          onClick={acts.spread}
        />
        <IconButton
          label={picked.size >= 2 ? 'Reverse the selected' : 'Reverse'}
          icon={ArrowLeftRight}
          disabled={anchors.length < 2}
          onClick={acts.reverse}
        />
      </div>
      <span className="text-dense text-quiet tabular-nums">
        {picked.size > 1
          ? `${picked.size} of ${anchors.length} selected`
          : `${anchors.length} of ${limit}`}
      </span>
      <div className="ml-auto">
        <MagnetChoice value={magnets} onChange={onMagnets} />
      </div>
    </div>
  )
}
