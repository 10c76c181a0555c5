import * as z from 'zod/mini'

/** What a video edit may hold on to of its source. */
export const signals = ['depth', 'normals', 'pose', 'face', 'trajectory'] as const
export type Signal = (typeof signals)[number]

/** How much of a signal, by its own field of `video.edit.controls`; left out it is the default. */
export type SignalAmount = {
  blur?: number | undefined
  augmentation?: number | undefined
  sparsity?: number | undefined
  strength?: 'precise' | 'coarse' | undefined
}

/** The field that says how much of a signal; `null` where there is no such thing. */
export const amountField = {
  depth: 'blur',
  normals: 'augmentation',
  pose: 'strength',
  face: null,
  trajectory: 'sparsity',
} as const satisfies Record<Signal, keyof SignalAmount | null>

/** What came of looking for a signal in one frame: an answer also when there is none. */
export const signalSeen = z.object({
  found: z.boolean(),
  /** One sentence for people. */
  words: z.string(),
})
export type SignalSeen = z.infer<typeof signalSeen>
