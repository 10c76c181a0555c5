import type { Find } from '#contract/find.ts'
import { Button } from '../../ui/button.tsx'

type NothingFoundProps = { find: Find; onClear: () => void }

/** The find shows nothing: why, and the way back. */
export function NothingFound({ find, onClear }: NothingFoundProps) {
  const isNarrowed = find.q.trim() !== '' || Object.keys(find.facets).length > 0
  return (
    <div className="flex flex-wrap items-center justify-center gap-4 p-12">
      <p className="text-quiet">
        {isNarrowed ? 'Nothing here fits this search.' : 'The trash is empty.'}
      </p>
      <Button onClick={onClear}>{isNarrowed ? 'Clear the search' : 'Back to the wall'}</Button>
    </div>
  )
}
