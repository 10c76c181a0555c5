import { Film, Image, type LucideIcon } from 'lucide-react'
import { draft } from '#contract/draft.ts'
import type { Generation } from '#contract/generation.ts'
import { stillPath } from '#contract/media-item.ts'
import { refsOf } from '#contract/refs-of.ts'
import { useMediaLooks } from '../../media/use-media-looks.ts'

/** What came of it, or what it starts from; a sign of its kind where there is neither. */
export function AnchorThumb({ record }: { record: Generation }) {
  const { request, outputs } = record
  const output = outputs.find(({ medium }) => medium !== 'file')
  const refs = refsOf(draft.parse(request)).map(({ ref }) => ref)
  const [first] = output ? [] : refs
  const lookOf = useMediaLooks(first ? [first] : [])
  const still = output ? stillPath(output) : first && lookOf(first).still
  const Icon: LucideIcon = request.type.startsWith('video') ? Film : Image
  return (
    <span className="relative flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-page text-quiet">
      {still ? (
        <img src={still} alt="" draggable={false} className="size-full object-cover" />
      ) : (
        <Icon size={16} aria-hidden />
      )}
      {!output && refs.length > 1 && (
        <span
          aria-hidden
          className="absolute right-0.5 bottom-0.5 rounded-sm bg-black/70 px-1 text-mark text-white tabular-nums"
        >
          {refs.length}
        </span>
      )}
    </span>
  )
}
