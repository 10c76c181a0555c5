import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { everything, type Find } from '#contract/find.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { wallQuery } from '../api/wall.ts'
import type { Selection } from '../features/gallery/selection.ts'
import { Wall } from '../features/gallery/wall.tsx'
import type { Address } from './address.ts'
import type { Asking } from './asking.ts'
import { EarlyKeys } from './early-keys.tsx'
import type { Acts } from './use-acts.ts'

const WallTools = lazy(() =>
  import('./wall-tools.tsx').then((module) => ({ default: module.WallTools })),
)

type WallRoomProps = {
  address: Address
  onChange: (part: Partial<Address>) => void
  /** A step that Back undoes. */
  onStep: (part: Partial<Address>) => void
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  acts: Acts
  /** Opens a sheet about some. */
  onAsk: (asking: Asking) => void
  downloadHref: (id: string) => string
  onTried: (request: GenerationRequest) => void
  /** Buttons at the end of the bar. */
  children?: ReactNode
}

/** The wall, and what is in focus and chosen on it. */
export function WallRoom(props: WallRoomProps) {
  const { address, onChange, onStep, acts, onAsk } = props
  const { find, item } = address
  const [selection, setSelection] = useState<Selection>(() => new Set<number>())
  const [active, setActive] = useState<number | null>(null)
  const [isInside, setIsInside] = useState(false)
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  const { data: list, isPlaceholderData } = useQuery(wallQuery(find))
  const onFind = (next: Find, how: 'open' | 'replace') => {
    if (next.isTrash !== find.isTrash) setSelection(new Set())
    const part = { find: next, at: null }
    if (how === 'open') onStep({ ...part, panel: 'wall', view: null, item: null })
    else onChange(part)
  }
  return (
    <div
      className="flex h-full flex-col"
      onFocus={() => setIsInside(true)}
      onBlur={({ currentTarget, relatedTarget }) =>
        setIsInside(relatedTarget === null || currentTarget.contains(relatedTarget))
      }
    >
      <Suspense fallback={<EarlyKeys />}>
        <WallTools
          address={address}
          onChange={onChange}
          onFind={onFind}
          shown={
            list && !isPlaceholderData
              ? { seqs: list.seqs, total: list.total, isRanked: list.ranked }
              : null
          }
          selection={selection}
          onSelect={setSelection}
          seqs={selection.size ? [...selection] : active === null ? [] : [active]}
          isOn={item === null && (isInside || selection.size > 0)}
          acts={acts}
          onAsk={onAsk}
          foot={foot}
        >
          {props.children}
        </WallTools>
      </Suspense>
      <div className="min-h-0 flex-1">
        <Wall
          find={find}
          at={address.at}
          onAt={(at) => onChange({ at })}
          selection={selection}
          onSelect={setSelection}
          onActive={setActive}
          hrefOf={props.hrefOf}
          onOpen={props.onOpen}
          openId={item}
          actsOf={acts.actsOfSeqs}
          downloadHref={props.downloadHref}
          onTried={props.onTried}
          onClear={() => onFind(everything, 'open')}
          tileSize={address.size}
          layout={address.layout}
        />
      </div>
      <div ref={setFoot} className="relative shrink-0" />
    </div>
  )
}
