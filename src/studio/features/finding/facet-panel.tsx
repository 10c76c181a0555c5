import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { everything, type Find } from '#contract/find.ts'
import { facetsQuery } from '../../api/facets.ts'
import { moveFocus } from '../../lib/move-focus.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { facetRows } from './facet-rows.ts'
import { FacetTabs, type PanelFacet } from './facet-tabs.tsx'
import { FacetValues } from './facet-values.tsx'
import { facetTitles, panelFacets } from './facet-words.ts'
import type { GoFind } from './go-find.ts'
import { chosenValues, cleared, isNarrowed, toggleValue } from './narrow.ts'

type FacetPanelProps = { find: Find; onFind: GoFind; onClose: () => void; children?: ReactNode }

const number = new Intl.NumberFormat('en-GB')

/** Every facet with its values and how many each would show beside the others as chosen. */
export function FacetPanel({ find, onFind, onClose, children }: FacetPanelProps) {
  const id = useId()
  const { data: whole } = useQuery(facetsQuery({ ...everything, isTrash: find.isTrash }))
  const { data: now, error } = useQuery(facetsQuery(find))
  const first = panelFacets.find((name) => find.facets[name]) ?? 'type'
  const [current, setCurrent] = useState<PanelFacet>(first)
  const rows = facetRows(
    current,
    whole?.facets[current] ?? [],
    now?.facets[current] ?? [],
    find.facets[current] ?? [],
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col max-md:-m-4">
      {children && <div className="border-b p-3">{children}</div>}
      <div className="flex h-[488px] min-h-0 shrink max-md:h-[50dvh]">
        <FacetTabs
          id={id}
          current={current}
          chosenOf={(name) => find.facets[name]?.length ?? 0}
          isThere={(name) => !whole || Boolean(whole.facets[name]?.length || find.facets[name])}
          onGo={setCurrent}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its boxes */}
        <div
          role="tabpanel"
          id={`${id}-values`}
          aria-label={facetTitles[current]}
          onKeyDown={(event) => moveFocus(event, 'input')}
          className="min-w-0 flex-1 overflow-y-auto p-1"
        >
          {!now && !error && <p className="p-2 text-quiet">Counting…</p>}
          {error && <Reason id={`${id}-problem`} tone="bad" text={error.message} />}
          {now && (
            <FacetValues
              key={current}
              name={current}
              rows={rows}
              onToggle={(value) => onFind(toggleValue(find, current, value), 'replace')}
            />
          )}
        </div>
      </div>
      <footer className="flex h-12 shrink-0 items-center justify-between border-t pr-2 pl-4">
        <output className="text-dense text-quiet tabular-nums">
          {now && `${number.format(now.total)} found`}
        </output>
        <div className="flex gap-1">
          {isNarrowed(find) && (
            <Button
              look="quiet"
              onClick={() => onFind(cleared(find), chosenValues(find).length ? 'open' : 'replace')}
            >
              Clear all
            </Button>
          )}
          <Button onClick={onClose}>Done</Button>
        </div>
      </footer>
    </div>
  )
}
