import * as z from 'zod/mini'
import { usualTemplate } from '#contract/take-away.ts'
import type { TakeAway } from '../../api/exports.ts'

const key = 'dailies.take-away'
const choices = z.object({
  metadata: z.boolean(),
  template: z.string().check(z.minLength(1), z.maxLength(200)),
})
const usual: TakeAway = { metadata: true, template: usualTemplate }

/** How this person took files away last. */
export function recallChoices(storage: Pick<Storage, 'getItem'> = localStorage): TakeAway {
  try {
    const parsed = choices.safeParse(JSON.parse(storage.getItem(key) ?? ''))
    return parsed.success ? parsed.data : usual
  } catch {
    return usual
  }
}

export function rememberChoices(
  next: TakeAway,
  storage: Pick<Storage, 'setItem'> = localStorage,
): void {
  try {
    storage.setItem(key, JSON.stringify(next))
  } catch {
    return
  }
}
