import type { RefObject } from 'react'
import type { Find } from '#contract/find.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { Popover } from '../../ui/popover.tsx'
import { Switch } from '../../ui/switch.tsx'
import { FacetPanel } from './facet-panel.tsx'
import type { GoFind } from './go-find.ts'
import { SortChoice } from './sort-choice.tsx'

type FilterPanelProps = {
  find: Find
  isRanked: boolean
  onFind: GoFind
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The facets; on a small screen the order and the stacks too, for which the bar has no room. */
export function FilterPanel({ find, isRanked, onFind, anchor, onClose }: FilterPanelProps) {
  const isSmall = useMediaQuery('(max-width: 767px)')
  return (
    <Popover title="Filter" anchor={anchor} align="end" onClose={onClose} className="w-[420px]">
      <FacetPanel find={find} onFind={onFind} onClose={onClose}>
        {isSmall && (
          <div className="grid gap-2">
            <SortChoice
              sort={find.sort}
              isRanked={isRanked}
              onSort={(sort) => onFind({ ...find, sort }, 'replace')}
            />
            <Switch
              label="Stack sets"
              note="One place on the wall for each set."
              isOn={find.isStacked}
              onChange={(isStacked) => onFind({ ...find, isStacked }, 'replace')}
            />
          </div>
        )}
      </FacetPanel>
    </Popover>
  )
}
