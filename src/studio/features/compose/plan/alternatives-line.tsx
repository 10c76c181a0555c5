import { Button } from '../../../ui/button.tsx'
import { useDraft } from '../use-draft.ts'
import { withGroups, withoutGroups } from './alternatives.ts'
import { parseAlternatives } from './parse-alternatives.ts'

const count = new Intl.NumberFormat('en-GB')

/** What the braces in the prompt come to, and the way to have them sent as they are. */
export function AlternativesLine() {
  const { draft, write } = useDraft()
  const { prompt } = draft
  const { count: total, groups, stray, hasEscapes } = parseAlternatives(prompt)
  const again = hasEscapes ? withGroups(prompt) : prompt
  const couldBeMany = total === 1 && parseAlternatives(again).count > 1

  if (total > 1) {
    return (
      <Line act="Send braces as they are" onAct={() => write(withoutGroups(prompt))}>
        {total > 1_000_000 ? 'Over a million' : count.format(total)} prompts from{' '}
        {groups.map((group, place) => (
          <span key={place}>
            {place > 0 && ' × '}
            <mark className="rounded-sm bg-selected px-0.5 text-ink">{group}</mark>
          </span>
        ))}
      </Line>
    )
  }
  if (couldBeMany) {
    return (
      <Line act="Use as alternatives" onAct={() => write(again)}>
        The braces are sent as they are.
      </Line>
    )
  }
  if (!stray.length) return null
  return (
    <p className="-mt-2 text-dense text-quiet">
      A {stray[0]} has no other half: it is sent as it is.
    </p>
  )
}

type LineProps = { children: React.ReactNode; act: string; onAct: () => void }

function Line({ children, act, onAct }: LineProps) {
  return (
    <div className="-mt-2 flex items-baseline justify-between gap-2 text-dense text-quiet">
      <p className="line-clamp-2 min-w-0 break-words">{children}</p>
      <Button look="quiet" onClick={onAct} className="-mr-2 h-7 px-2 text-dense">
        {act}
      </Button>
    </div>
  )
}
