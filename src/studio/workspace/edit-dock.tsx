import { useState } from 'react'
import { Segmented } from '../ui/segmented.tsx'
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
  const [face, setFace] = useState<Face>('timeline')
  return (
    <Dock
      host={host}
      title={face === 'timeline' ? 'Timeline' : 'Signals'}
      onClose={onClose}
      acts={<Segmented label="Bench" segments={faces} value={face} onChange={setFace} isDense />}
    >
      {face === 'timeline' && <TimelineBench />}
    </Dock>
  )
}
