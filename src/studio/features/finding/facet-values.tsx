import { useState } from 'react'
import type { FacetName } from '#contract/find.ts'
import { type FacetRow, groupRows } from './facet-rows.ts'
import { facetTitles } from './facet-words.ts'
import { FacetValue } from './facet-value.tsx'

type FacetValuesProps = {
  name: keyof typeof facetTitles & FacetName
  rows: readonly FacetRow[]
  onToggle: (value: string) => void
}

const needsWords = 12
const mostShown = 200

/** The values of one facet, with a field to find one where there are many. */
export function FacetValues({ name, rows, onToggle }: FacetValuesProps) {
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const found = rows.filter((row) => row.words.toLowerCase().includes(wanted))
  const shown = found.slice(0, mostShown)
  return (
    <>
      {rows.length > needsWords && (
        <input
          type="search"
          aria-label={`Find in ${facetTitles[name].toLowerCase()}`}
          placeholder="Find"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          className="mb-1 h-8 w-full rounded border border-line bg-page px-2 placeholder:text-quiet max-md:h-10"
        />
      )}
      {groupRows(name, shown).map(({ title, rows: group }) => (
        <fieldset key={title} className="grid">
          <legend className={title ? 'px-2 pt-2 pb-1 text-dense text-quiet' : 'sr-only'}>
            {title || facetTitles[name]}
          </legend>
          {group.map((row) => (
            <FacetValue
              key={row.value}
              name={name}
              row={row}
              onToggle={() => onToggle(row.value)}
            />
          ))}
        </fieldset>
      ))}
      {!found.length && (
        <p className="p-2 text-quiet">{wanted ? 'None called so.' : 'None yet.'}</p>
      )}
      {found.length > shown.length && (
        <p className="p-2 text-dense text-quiet">
          {found.length - shown.length} more: write a part of the name.
        </p>
      )}
    </>
  )
}
