import type { GenerationRequest } from '#contract/request.ts'
import { Refusal } from './refusal.ts'

type Gap = { path: string; what: string; isAskedBy: (request: GenerationRequest) => boolean }

/** What the API takes and this engine does not draw. It shrinks; when it is empty, delete it. */
const gaps: readonly Gap[] = [
  ...(['image_edit'] as const).map((type) => ({
    path: 'type',
    what: `'${type}'`,
    isAskedBy: (request: GenerationRequest) => request.type === type,
  })),
  {
    path: 'image_ref',
    what: 'reference images',
    isAskedBy: (request) => request.type === 'image' && (request.image_ref?.length ?? 0) > 0,
  },
]

/** @throws Refusal 422 naming the field that this engine does not draw yet. */
export function refuseWhatIsNotDrawnYet(request: GenerationRequest) {
  const gap = gaps.find(({ isAskedBy }) => isAskedBy(request))
  if (gap) throw new Refusal(422, `${gap.path}: the local engine does not render ${gap.what} yet`)
}
