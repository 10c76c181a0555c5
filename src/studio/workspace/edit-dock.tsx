import { useState } from 'react'
import { useCompose } from '../features/compose/compose-context.tsx'
import { useDraft } from '../features/compose/use-draft.ts'
import { SignalPreview } from '../features/edit-controls/signal-preview.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { clipOf } from './clip-of.ts'
import { Dock } from './dock.tsx'
import { TimelineBench } from './timeline-bench.tsx'

const faces = [
  { value: 'timeline', label: 'Timeline' },
  { value: 'signals', label: 'Signals' },
] as const
type Face = (typeof faces)[number]['value']

type EditDockProps = { host: HTMLElement | null; onClose: () => void }

/** Over the source of an edit: its keyframes, or what each signal sees in it. */
export function EditDock({ host, onClose }: EditDockProps) {
  const { draft } = useDraft()
  const { lookOf } = useCompose()
  const [face, setFace] = useState<Face>('timeline')
  const [frame, setFrame] = useState(0)
  const source = draft.source ? clipOf(lookOf(draft.source)) : null
  return (
    <Dock
      host={host}
      title={face === 'timeline' ? 'Timeline' : 'Signals'}
      onClose={onClose}
      acts={<Segmented label="Bench" segments={faces} value={face} onChange={setFace} isDense />}
    >
      {face === 'timeline' && <TimelineBench />}
      {face === 'signals' && source && (
        <SignalPreview
          key={source.sha256}
          source={source}
          edit={draft.video?.edit}
          frame={Math.min(frame, source.frames - 1)}
          onFrame={setFrame}
        />
      )}
      {face === 'signals' && !source && (
        <p className="grid h-full place-items-center p-6 text-center text-quiet">
          Choose a clip first: the signals are read off its frames.
        </p>
      )}
    </Dock>
  )
}
