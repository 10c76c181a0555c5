import * as z from 'zod/mini'
import { type Draft, draft } from '#contract/draft.ts'
import { imageRatios } from '#contract/image.ts'
import { generationRequest } from '#contract/request.ts'
import { videoRatios } from '#contract/video.ts'
import { type ComposeType, freshDraft, isComposeType } from './compose-type.ts'

const key = 'dailies.draft'

const composeDraft = draft.check(z.refine(({ type }) => isComposeType(type)))

/** What outlives a reload: the draft in hand, the other panels', and a submission without answer. */
const draftMemory = z.object({
  current: composeDraft,
  others: z.record(z.string(), composeDraft),
  unanswered: z.nullable(z.object({ id: z.uuid(), request: generationRequest })),
})
export type DraftMemory = z.infer<typeof draftMemory>

const nothing: DraftMemory = { current: freshDraft.image, others: {}, unanswered: null }

/** Reads the memory; one that cannot be read is forgotten without a word. */
export function recallDraft(storage: Pick<Storage, 'getItem'> = localStorage): DraftMemory {
  try {
    const parsed = draftMemory.safeParse(JSON.parse(storage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : nothing
  } catch {
    return nothing
  }
}

/** Writes a part of the memory; a browser that refuses storage only loses the reload. */
export function rememberDraft(
  part: Partial<DraftMemory>,
  storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage,
) {
  try {
    storage.setItem(key, JSON.stringify({ ...recallDraft(storage), ...part }))
  } catch {
    return
  }
}

const ratiosOf: Record<ComposeType, readonly string[]> = { image: imageRatios, video: videoRatios }

/** The draft of another kind: its own settings as they were left, the prompt of now. */
export function draftOfType(type: ComposeType, current: Draft, others: DraftMemory['others']) {
  const left = others[type]
  if (left) return { ...left, prompt: current.prompt }
  const { aspect_ratio } = current
  const fits = aspect_ratio !== undefined && ratiosOf[type].includes(aspect_ratio)
  return { ...freshDraft[type], prompt: current.prompt, ...(fits && { aspect_ratio }) }
}
