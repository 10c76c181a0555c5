import { type ReactNode, useId, useRef, useState } from 'react'
import type { Keyframe } from '#contract/keyframe.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import type { LookOf } from '../../media/media-look.ts'
import { LiveRegion } from '../../ui/live-region.tsx'
import { AddAtPlayhead } from './add-at-playhead.tsx'
import type { AnchorReason } from './anchor-view.tsx'
import type { Film } from './film-strip.tsx'
import { OverviewBar } from './overview-bar.tsx'
import { Preview } from './preview.tsx'
import { ReasonList } from './reason-list.tsx'
import { magnetFrames, type MagnetName } from './snap.ts'
import { Strip } from './strip.tsx'
import { TimelineBar } from './timeline-bar.tsx'
import { useActs } from './use-acts.ts'
import { useAnchors } from './use-anchors.ts'
import { useIsNear } from './use-is-near.ts'
import { usePlayback } from './use-playback.ts'
import { useStage } from './use-stage.ts'
import { ZoomButtons } from './zoom-buttons.tsx'
import { zoomToPlayhead } from './zoom-to-playhead.ts'

type TimelineProps = {
  keyframes: readonly Keyframe[]
  /** Called once for each act, with all of them in the order of time. */
  onChange: (next: Keyframe[]) => void
  /** Frames 0..`last`, both included. */
  grid: { last: number; fps: number }
  /** Width by height of the clip that is to be made. */
  aspect: number
  lookOf: LookOf
  /** The clip that is edited: its frames are the grid. `null`: a clip is made, the grid has an edge. */
  source: Film | null
  reasonAt: (path: string) => AnchorReason | undefined
  /** Where the list stands in the draft. */
  path?: string
  limit?: number
  onFiles: (files: File[], frame: number) => void
  onDropMedia: (transfer: DataTransfer, frame: number) => void
  renderAdd: (frame: number) => ReactNode
  /** For the one selected anchor, by its place in `keyframes`. */
  renderReplace?: (index: number, frame: number) => ReactNode
}

/** Pictures on the frames of a clip: placed, moved, looked at as an animatic. */
export function Timeline(props: TimelineProps) {
  const { keyframes, onChange, grid, aspect, lookOf, source, reasonAt } = props
  const { path = 'video.keyframes', limit = 64 } = props
  const { last, fps } = grid
  const lastShown = source ? last : Math.max(0, last - 1)
  const isCentred = useMediaQuery('(max-width: 767px)')
  const [room, attachRoom] = useState<HTMLElement | null>(null)
  const [strip, attachStrip] = useState<HTMLElement | null>(null)
  const [isLooping, setIsLooping] = useState(true)
  const [magnets, setMagnets] = useState<ReadonlySet<MagnetName>>(() => new Set())
  const field = useRef<HTMLInputElement>(null)
  const id = useId()

  const stage = useStage({ strip, last, isCentred })
  const of = useAnchors({ keyframes, onChange })
  const acts = useActs({ of, last, fps, limit })
  const playback = usePlayback({ stage, fps, lastShown, isLooping })
  const isNear = useIsNear(room)

  const addHere = () => {
    room?.querySelector<HTMLElement>('[data-add] :is(button, a, input)')?.click()
  }
  useShortcuts(
    ['timeline', 'clip'],
    {
      play: playback.toggle,
      frameBack: () => stage.step(-1),
      frameOn: () => stage.step(1),
      framesBack: () => stage.step(-12),
      framesOn: () => stage.step(12),
      keyframeHere: () => (stage.rate.get() === 0 ? addHere() : playback.stop()),
      shuttleBack: () => playback.shuttle(-1),
      shuttleOn: () => playback.shuttle(1),
      zoomIn: () => zoomToPlayhead(stage, 1.5),
      zoomOut: () => zoomToPlayhead(stage, 1 / 1.5),
      fitTimeline: stage.fit,
    },
    isNear,
  )

  const reasonId = (at: number) => `${id}-reason-${at}`
  const reasonOf = (at: number) =>
    reasonAt(`${path}[${at}].frame`) ??
    reasonAt(`${path}[${at}].image`) ??
    reasonAt(`${path}[${at}]`)
  const ofList = reasonAt(path)
  const reasons = [
    ...(ofList ? [{ ...ofList, id: `${id}-reason` }] : []),
    ...of.anchors.flatMap(({ at }, index) => {
      const reason = reasonOf(at)
      return reason
        ? [{ ...reason, id: reasonId(at), text: `Keyframe ${index + 1}: ${reason.text}` }]
        : []
    }),
  ]
  const one = of.picked.size === 1 ? of.anchors[[...of.picked][0] ?? -1] : undefined
  const bring = (transfer: DataTransfer, frame: number) => {
    const files = [...transfer.files]
    if (files.length > 0) props.onFiles(files, frame)
    else props.onDropMedia(transfer, frame)
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and pastes of all inside
    <section
      ref={attachRoom}
      aria-label="Keyframe timeline"
      tabIndex={-1}
      className="flex h-full min-h-0 flex-col bg-panel outline-none md:flex-row"
      onKeyDown={(event) => {
        const isAll = (event.ctrlKey || event.metaKey) && event.key === 'a'
        if (!isAll || event.target instanceof HTMLInputElement || of.ids.length === 0) return
        event.preventDefault()
        of.select(new Set(of.ids), of.current ?? of.ids[0] ?? null)
        strip
          ?.querySelector<HTMLElement>('[data-anchor][tabindex="0"]')
          ?.focus({ preventScroll: true })
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files]
        if (files.length === 0) return
        event.preventDefault()
        props.onFiles(files, stage.playhead.get())
      }}
    >
      <Preview
        {...{ stage, lookOf, aspect, grid, lastShown, playback, isLooping }}
        anchors={of.anchors}
        film={source}
        onLoop={() => setIsLooping(!isLooping)}
      />
      <div className="flex min-h-0 min-w-0 flex-col max-md:flex-col-reverse md:flex-1">
        <TimelineBar
          {...{ of, acts, grid, limit, field, magnets }}
          onMagnets={setMagnets}
          onLeaveField={() => focusCurrent(strip, of.current)}
          add={<AddAtPlayhead stage={stage} render={props.renderAdd} />}
          replace={one ? (props.renderReplace?.(one.at, one.frame) ?? null) : null}
        />
        <Strip
          {...{ stage, of, acts, grid, aspect, lookOf, reasonOf, reasonId }}
          attach={attachStrip}
          element={strip}
          film={source}
          magnets={() => magnetFrames(magnets, grid, stage.playhead.get())}
          onType={() => field.current?.focus()}
          onDrop={bring}
        />
        <div className="flex shrink-0 items-center gap-2 border-t bg-panel pl-2 max-md:justify-end">
          <OverviewBar stage={stage} frames={of.frames} last={last} />
          <ZoomButtons stage={stage} />
        </div>
        <ReasonList reasons={reasons} />
      </div>
      <LiveRegion message={acts.message} />
    </section>
  )
}

function focusCurrent(strip: HTMLElement | null, current: number | null) {
  strip?.querySelector<HTMLElement>(`[data-anchor="${current}"]`)?.focus({ preventScroll: true })
}
