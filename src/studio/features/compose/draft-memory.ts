import * as z from 'zod/mini'
import { draft } from '#contract/draft.ts'
import { origin } from '#contract/family.ts'
import { generationRequest } from '#contract/request.ts'
import type { Composition } from './composition.ts'
import { freshDraft } from './fresh-draft.ts'
import { plan, single } from './plan/plan.ts'

/** What outlives a reload: the composition in hand, the other panels' drafts, and what had no answer. */
const parts = {
  current: z.object({ draft, plan, origin: z.optional(z.nullable(origin)) }),
  others: z.record(z.string(), draft),
  unanswered: z.nullable(
    z.object({
      id: z.uuid(),
      items: z.array(
        z.object({ id: z.uuid(), request: generationRequest, origin: z.optional(origin) }),
      ),
    }),
  ),
}
type Parts = typeof parts
export type DraftMemory = { [Name in keyof Parts]: z.infer<Parts[Name]> }

const nothing: DraftMemory = {
  current: { draft: freshDraft.image, plan: single } satisfies Composition,
  others: {},
  unanswered: null,
}

const keyOf = (name: keyof Parts) => `dailies.compose.${name}`

/** Reads a part of the memory; one that cannot be read is forgotten without a word. */
export function recall<Name extends keyof Parts>(
  name: Name,
  storage: Pick<Storage, 'getItem'> = localStorage,
): DraftMemory[Name] {
  try {
    const parsed = parts[name].safeParse(JSON.parse(storage.getItem(keyOf(name)) ?? ''))
    return (parsed.success ? parsed.data : nothing[name]) as DraftMemory[Name]
  } catch {
    return nothing[name]
  }
}

/** Writes a part of the memory; a browser that refuses storage only loses the reload. */
export function remember<Name extends keyof Parts>(
  name: Name,
  value: DraftMemory[Name],
  storage: Pick<Storage, 'setItem'> = localStorage,
) {
  try {
    storage.setItem(keyOf(name), JSON.stringify(value))
  } catch {
    return
  }
}
