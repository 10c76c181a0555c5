import type { FamilyLink, Step } from '#contract/family.ts'

const words: Record<Step, string> = {
  edit: 'Edit',
  reframe: 'Reframe',
  reference: 'Reference',
  start_frame: 'Start frame',
  end_frame: 'End frame',
  keyframe: 'Keyframe',
  extend_forward: 'Extend forward',
  extend_backward: 'Extend backward',
  again: 'Run again',
  settings: 'Same settings',
  final: 'Made final',
}

/** What was done with one parent to come to one child, in a few words. */
export function stepWords(links: readonly Pick<FamilyLink, 'step' | 'frame'>[]): string {
  const steps = [...new Set(links.map(({ step }) => step))]
  return steps
    .map((step) => {
      const same = links.filter((link) => link.step === step)
      const frame = same.length === 1 ? same[0]?.frame : null
      if (same.length > 1) return `${same.length} × ${words[step].toLowerCase()}`
      return frame === null || frame === undefined ? words[step] : `${words[step]}, of ${frame}`
    })
    .join(' + ')
}
