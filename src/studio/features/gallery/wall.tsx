import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { type Find, writeFind } from '#contract/find.ts'
import { expectedQuery } from '../../api/expected.ts'
import { wallQuery } from '../../api/wall.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { shownList } from './shown-list.ts'
import { WallBody } from './wall-body.tsx'
import type { WallProps } from './wall-props.ts'

const EmptyWall = lazy(() =>
  import('./empty-wall.tsx').then((module) => ({ default: module.EmptyWall })),
)
const NothingFound = lazy(() =>
  import('./nothing-found.tsx').then((module) => ({ default: module.NothingFound })),
)

const isEverything = ({ q, facets, isTrash }: Find) =>
  !q.trim() && !isTrash && Object.keys(facets).length === 0

/** All that a find shows, in its order, in true shapes or all alike. */
export function Wall(props: WallProps) {
  const { find } = props
  const { data: list, error, isPlaceholderData, refetch } = useQuery(wallQuery(find))
  const { data: expected } = useQuery(expectedQuery())
  const [lastFind, setLastFind] = useState(find)
  if (!isPlaceholderData && lastFind !== find) setLastFind(find)
  const shown = list && shownList(list, expected, isPlaceholderData ? lastFind : find)

  if (!shown) {
    return (
      error && (
        <div role="alert" className="flex items-center justify-center gap-4 p-12">
          <Reason id="wall-problem" tone="bad" text={error.message} />
          <Button onClick={() => void refetch()}>Try again</Button>
        </div>
      )
    )
  }
  if (shown.total === 0) {
    return (
      <div className="h-full overflow-y-auto">
        <Suspense>
          {isEverything(isPlaceholderData ? lastFind : find) ? (
            <EmptyWall onTried={props.onTried} />
          ) : (
            <NothingFound find={find} onClear={props.onClear} />
          )}
        </Suspense>
      </div>
    )
  }
  return (
    <WallBody
      {...props}
      shown={shown}
      findKey={isPlaceholderData ? null : writeFind(find).toString()}
    />
  )
}
