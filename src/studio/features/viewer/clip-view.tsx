import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MediaItem } from '#contract/media-item.ts'
import { sequencePath, sequenceQuery } from '../../api/sequence.ts'
import type { Act } from '../../lib/act.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { ClipStage } from './clip-stage.tsx'
import { clipReel, sequenceReel, sequenceWords } from './reel-of.ts'
import type { ShownFrame } from './sight.ts'

type ClipViewProps = {
  id: string
  item: Extract<MediaItem, { medium: 'video' }>
  /** The same pictures in other forms, taken where this browser cannot play the first. */
  copies: readonly MediaItem[]
  name: string
  frameActs: readonly Act[]
  onShow: (frame: ShownFrame) => void
}

/** A clip, alone or with those it goes on from and those that go on from it. */
export function ClipView({ id, item, copies, name, frameActs, onShow }: ClipViewProps) {
  const { data: sequence } = useQuery(sequenceQuery(id))
  const [shows, setShows] = useState<'clip' | 'sequence'>('clip')
  const isChain = sequence !== undefined && sequence.clips.length > 1
  const isWhole = isChain && shows === 'sequence'
  const bar = isChain && (
    <div className="flex shrink-0 flex-wrap items-center justify-between gap-2 border-t bg-panel px-3 py-1.5">
      <Segmented
        label="Plays"
        isDense
        segments={[
          { value: 'clip', label: 'This clip' },
          { value: 'sequence', label: `Whole sequence (${sequenceWords(sequence)})` },
        ]}
        value={shows}
        onChange={setShows}
      />
      {isWhole && (
        <span className="flex items-center gap-3 text-dense text-quiet">
          {!sequence.lossless && 'Encoded anew: the clips differ in form.'}
          <a href={sequencePath(id)} download className="text-ink underline underline-offset-2">
            Download the sequence
          </a>
        </span>
      )}
    </div>
  )
  return (
    <ClipStage
      key={isWhole ? 'sequence' : 'clip'}
      reel={isWhole ? sequenceReel(sequence, sequencePath(id)) : clipReel(item, copies)}
      name={isWhole ? `${name}, the whole sequence` : name}
      frameActs={frameActs}
      onShow={onShow}
      bar={bar}
    />
  )
}
