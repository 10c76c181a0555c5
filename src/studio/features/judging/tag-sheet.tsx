import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { everything } from '#contract/find.ts'
import { tagsQuery } from '../../api/tags.ts'
import { wallQuery } from '../../api/wall.ts'
import { membership } from '../../lib/membership.ts'
import { PickList } from '../../ui/pick-list.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useJudging } from './use-judging.ts'

type TagSheetProps = { seqs: readonly number[]; onClose: () => void }

/** Of how many tags it is looked up whether the selection has them. */
const mostLookedUp = 40

/** Tags a selection or takes tags off it: type, Enter, and Esc when done. */
export function TagSheet({ seqs, onClose }: TagSheetProps) {
  const { change } = useJudging()
  const { data: tags = [], error } = useQuery(tagsQuery())
  const [touched, setTouched] = useState<readonly string[]>([])
  const used = tags.toSorted((a, b) => b.count - a.count).slice(0, mostLookedUp)
  const looked = [...new Set([...used.map(({ tag }) => tag), ...touched])]
  const walls = useQueries({
    queries: looked.map((tag) => ({
      ...wallQuery({ ...everything, facets: { tag: [tag] } }),
      placeholderData: undefined,
    })),
  })
  const chosen = new Set(seqs)
  const presence = new Map(
    looked.map((tag, index) => [tag, membership(walls[index]?.data?.seqs ?? [], chosen)]),
  )
  const names = [...new Set([...tags.map(({ tag }) => tag), ...touched])]
  const set = (tag: string, isOn: boolean) => {
    setTouched([...new Set([...touched, tag])])
    void change(seqs, isOn ? { add_tags: [tag] } : { remove_tags: [tag] })
  }
  return (
    <Sheet title={seqs.length === 1 ? 'Tags' : `Tags of ${seqs.length}`} isOpen onClose={onClose}>
      {error && <Reason id="tag-sheet-problem" tone="bad" text={error.message} />}
      <PickList
        label="Find or make a tag"
        makeWords="Tag"
        emptyWords="No tags yet. Write one."
        maxLength={60}
        picks={names.map((tag) => ({ id: tag, words: tag, on: presence.get(tag) ?? 'none' }))}
        onToggle={({ words, on }) => set(words, on !== 'all')}
        onMake={(tag) => set(tag, true)}
      />
    </Sheet>
  )
}
