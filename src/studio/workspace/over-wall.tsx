import { lazy, Suspense } from 'react'
import type { Find } from '#contract/find.ts'
import type { ShortcutName } from '../lib/shortcuts.ts'
import type { Address } from './address.ts'
import type { Asking } from './asking.ts'
import type { Acts } from './use-acts.ts'
import { useItemKeys } from './use-item-keys.ts'

const OpenItem = lazy(() =>
  import('./open-item.tsx').then((module) => ({ default: module.OpenItem })),
)
const LineageTree = lazy(() =>
  import('../features/lineage/lineage-tree.tsx').then((module) => ({
    default: module.LineageTree,
  })),
)
const UsagePage = lazy(() =>
  import('../features/usage/usage-page.tsx').then((module) => ({ default: module.UsagePage })),
)

type OverWallProps = {
  address: Address
  onChange: (part: Partial<Address>) => void
  onStep: (part: Partial<Address>) => void
  onClose: () => void
  onAsk: (asking: Asking) => void
  acts: Acts
}

/** The ways on work while the view of an item is still being loaded. */
function OpeningKeys({ run }: { run: (name: ShortcutName) => void }) {
  useItemKeys(run)
  return null
}

/** Whether something lies over the wall. */
export const isCovered = ({ item, view }: Address) => item !== null || view === 'usage'

/** What lies over the wall: spending, an open item, or its family. */
export function OverWall({ address, onChange, onStep, onClose, onAsk, acts }: OverWallProps) {
  const { item, view, find, ground } = address
  if (!isCovered(address)) return null
  const showFound = (next: Find) => onStep({ find: next, at: null, view: null, item: null })
  return (
    <div className="absolute inset-0">
      <Suspense>
        {view === 'usage' && (
          <UsagePage onClose={() => onChange({ view: null })} onFind={showFound} />
        )}
        {item && view === 'family' && (
          <LineageTree
            id={item}
            onGo={(next) => onChange({ item: next, view: null })}
            onClose={() => onChange({ view: null })}
          />
        )}
      </Suspense>
      {item && view === null && (
        <Suspense fallback={<OpeningKeys run={(name) => acts.runOn(item, name, () => null)} />}>
          <OpenItem
            id={item}
            find={find}
            onTree={() => onChange({ view: 'family' })}
            onGo={(next) => onChange({ item: next })}
            onClose={onClose}
            onAsk={onAsk}
            acts={acts}
            ground={ground}
            onGround={(next) => onChange({ ground: next })}
          />
        </Suspense>
      )}
    </div>
  )
}
