import { Pause, Play, Repeat, SkipBack, StepBack, StepForward } from 'lucide-react'
import { useState } from 'react'
import { timecode } from '../../lib/timecode.ts'
import type { LookOf } from '../../media/media-look.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { AnimaticView } from './animatic-view.tsx'
import type { Film } from './film-strip.tsx'
import type { Anchor } from './match-anchors.ts'
import { SourceView } from './source-view.tsx'
import type { Stage } from './stage.ts'
import { useCell } from './use-cell.ts'
import type { Playback } from './use-playback.ts'

type PreviewProps = {
  stage: Stage
  anchors: readonly Anchor[]
  lookOf: LookOf
  aspect: number
  grid: { last: number; fps: number }
  lastShown: number
  film: Film | null
  playback: Playback
  isLooping: boolean
  onLoop: () => void
}

/** What the playhead stands on, and the transport. */
export function Preview(props: PreviewProps) {
  const { stage, anchors, lookOf, aspect, grid, lastShown, film, playback } = props
  const { isLooping, onLoop } = props
  const [shown, setShown] = useState<'source' | 'animatic'>('source')
  const isPlaying = useCell(stage.rate, (rate) => rate !== 0)
  const showsSource = film !== null && shown === 'source'
  return (
    <section
      aria-label="Preview"
      className="flex min-h-0 w-full shrink-0 flex-col bg-panel max-md:min-h-40 max-md:flex-1 md:w-[30%] md:max-w-100 md:border-r"
    >
      <div className="relative min-h-0 flex-1 bg-black">
        {showsSource ? (
          <SourceView key={film.address} stage={stage} film={film} />
        ) : (
          <AnimaticView {...{ stage, anchors, lookOf, aspect, lastShown }} />
        )}
        {anchors.length === 0 && !showsSource && (
          <p className="absolute inset-0 flex items-center justify-center px-6 text-center text-dense text-white/70">
            With keyframes on the grid, their dissolve plays here.
          </p>
        )}
      </div>
      {film ? (
        <div className="px-2 pt-2">
          <Segmented
            label="What the preview shows"
            segments={[
              { value: 'source', label: 'Source' },
              { value: 'animatic', label: 'Animatic' },
            ]}
            value={shown}
            onChange={setShown}
          />
        </div>
      ) : null}
      {!showsSource && (
        <p className="truncate px-3 pt-1.5 text-mark text-quiet">
          Animatic: a dissolve, not the result
        </p>
      )}
      <fieldset
        aria-label="Transport"
        className="flex h-10 min-w-0 shrink-0 items-center px-2 tabular-nums max-md:h-11"
      >
        <IconButton label="To the first frame" icon={SkipBack} onClick={() => stage.seek(0)} />
        <IconButton label="One frame back" icon={StepBack} onClick={() => stage.step(-1)} />
        <IconButton
          label={isPlaying ? 'Pause' : 'Play'}
          icon={isPlaying ? Pause : Play}
          onClick={playback.toggle}
        />
        <IconButton label="One frame on" icon={StepForward} onClick={() => stage.step(1)} />
        <IconButton label="Loop" icon={Repeat} isOn={isLooping} onClick={onLoop} />
        <Readout stage={stage} grid={grid} />
      </fieldset>
    </section>
  )
}

function Readout({ stage, grid }: Pick<PreviewProps, 'stage' | 'grid'>) {
  const frame = useCell(stage.playhead, (value) => value)
  const rate = useCell(stage.rate, (value) => value)
  return (
    <span className="ml-auto flex items-baseline gap-2 pr-1 text-dense">
      {Math.abs(rate) > 1 || rate < 0 ? <span className="text-accent">{rate}×</span> : null}
      <span className="text-quiet">{timecode(frame, grid.fps)}</span>
      <span>
        {frame}
        <span className="text-quiet"> / {grid.last}</span>
      </span>
    </span>
  )
}
