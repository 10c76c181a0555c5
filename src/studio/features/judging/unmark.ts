import type { MarksChange } from '#contract/marks.ts'
import type { KnownMarks } from '../../api/marks.ts'

type Step = { seqs: number[]; change: MarksChange }

const hasTag = (tags: readonly string[], tag: string) =>
  tags.some((each) => each.toLowerCase() === tag.toLowerCase())

function backOf(change: MarksChange, was: KnownMarks): MarksChange | null {
  const { add_tags = [], remove_tags = [], note } = change
  if ((add_tags.length || remove_tags.length) && !was.tags) return null
  if (note !== undefined && was.note === undefined) return null
  const tags = was.tags ?? []
  const added = add_tags.filter((tag) => !hasTag(tags, tag))
  const removed = tags.filter((tag) => hasTag(remove_tags, tag))
  return {
    ...(change.favourite !== undefined && { favourite: was.favourite }),
    ...(change.stars !== undefined && { stars: was.stars }),
    ...(change.review !== undefined && { review: was.review }),
    ...(note !== undefined && was.note !== undefined && { note: was.note }),
    ...(added.length && { remove_tags: added }),
    ...(removed.length && { add_tags: removed }),
  }
}

/** How a change is taken back, those that were alike together; `null` where it is not known. */
export function unmark(
  seqs: readonly number[],
  change: MarksChange,
  before: ReadonlyMap<number, KnownMarks>,
): Step[] | null {
  const steps = new Map<string, Step>()
  for (const seq of seqs) {
    const was = before.get(seq)
    const back = was && backOf(change, was)
    if (!back) return null
    const key = JSON.stringify(back)
    const step = steps.get(key)
    if (step) step.seqs.push(seq)
    else steps.set(key, { seqs: [seq], change: back })
  }
  return [...steps.values()].filter((step) => Object.keys(step.change).length > 0)
}
