import { useQuery } from '@tanstack/react-query'
import type { FacetName, Find } from '#contract/find.ts'
import { boardsQuery } from '../../api/boards.ts'
import { Chip } from './chip.tsx'
import { valueWords } from './facet-words.ts'
import { chosenValues } from './narrow.ts'

type ChipsProps = { find: Find; onRemove: (name: FacetName, value: string) => void }

/** What the wall is narrowed by, each to be let go. */
export function Chips({ find, onRemove }: ChipsProps) {
  const { data: boards = [] } = useQuery({
    ...boardsQuery(),
    enabled: find.facets.board !== undefined,
  })
  const nameOf = (id: string) => boards.find((board) => board.id === id)?.name ?? 'Board'
  return chosenValues(find).map(({ name, value }) => (
    <Chip
      key={`${name} ${value}`}
      words={name === 'board' ? nameOf(value) : valueWords(name, value)}
      onRemove={() => onRemove(name, value)}
    />
  ))
}
