import type { Generation } from '#contract/generation.ts'

type SetPlaceProps = { set: Generation['set'] }

/** Which of a set this is: `2/6`. */
export function SetPlace({ set }: SetPlaceProps) {
  if (!set) return null
  return (
    <span className="shrink-0 tabular-nums" title={`${set.position} of a set of ${set.size}`}>
      {set.position}/{set.size}
    </span>
  )
}
