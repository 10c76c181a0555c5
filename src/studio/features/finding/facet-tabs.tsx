import type { KeyboardEvent } from 'react'
import { facetTitles, panelFacets } from './facet-words.ts'

export type PanelFacet = (typeof panelFacets)[number]

type FacetTabsProps = {
  id: string
  current: PanelFacet
  chosenOf: (name: PanelFacet) => number
  isThere: (name: PanelFacet) => boolean
  onGo: (name: PanelFacet) => void
}

/** By what can be narrowed, and how many values of each are chosen; up and down move. */
export function FacetTabs({ id, current, chosenOf, isThere, onGo }: FacetTabsProps) {
  const names = panelFacets.filter((name) => name === current || isThere(name))
  const move = (event: KeyboardEvent) => {
    const at = names.indexOf(current)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = names[(to + names.length) % names.length]
    if (!next) return
    onGo(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <div
      role="tablist"
      aria-label="Narrow by"
      aria-orientation="vertical"
      tabIndex={-1}
      onKeyDown={move}
      className="w-32 shrink-0 overflow-y-auto border-r p-1 max-md:w-28"
    >
      {names.map((name) => {
        const chosen = chosenOf(name)
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            data-first={name === current ? true : undefined}
            aria-selected={name === current}
            aria-controls={`${id}-values`}
            tabIndex={name === current ? 0 : -1}
            onClick={() => onGo(name)}
            className={`flex min-h-8 w-full items-center justify-between rounded-sm px-2 text-left focus-visible:-outline-offset-2 max-md:min-h-10 ${name === current ? 'bg-lifted' : 'text-quiet hover:bg-raised hover:text-ink'}`}
          >
            {facetTitles[name]}
            {chosen > 0 && (
              <span className="text-dense text-accent tabular-nums">
                {chosen}
                <span className="sr-only"> chosen</span>
              </span>
            )}
          </button>
        )
      })}
    </div>
  )
}
