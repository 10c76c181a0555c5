import type { EditControls } from '#contract/video-edit.ts'

export type Signal = keyof EditControls

type Amount = { field: 'blur' | 'augmentation' | 'sparsity'; label: string; more: string }

export type ControlSign = {
  signal: Signal
  label: string
  /** What the signal holds on to. */
  holds: string
  amount: Amount | null
}

/** The five signals in the order in which they are shown and sent. */
export const controlSigns: readonly ControlSign[] = [
  {
    signal: 'depth',
    label: 'Depth',
    holds: 'How near and far things are.',
    amount: { field: 'blur', label: 'Blur', more: 'More leaves shapes freer.' },
  },
  {
    signal: 'normals',
    label: 'Normals',
    holds: 'Which way surfaces face.',
    amount: { field: 'augmentation', label: 'Augmentation', more: 'More reinterprets surfaces.' },
  },
  {
    signal: 'pose',
    label: 'Pose',
    holds: 'How bodies stand and move.',
    amount: null,
  },
  {
    signal: 'face',
    label: 'Face',
    holds: 'Whose face it is.',
    amount: null,
  },
  {
    signal: 'trajectory',
    label: 'Trajectory',
    holds: 'The paths things move along.',
    amount: { field: 'sparsity', label: 'Sparsity', more: 'More keeps fewer points.' },
  },
]
