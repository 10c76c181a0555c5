import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { MediaRef } from '#contract/media-ref.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { Reason } from '../ui/reason.tsx'
import { heldWords } from './held-media.tsx'
import { IncomingFace } from './incoming-face.tsx'
import { incomingWords } from './incoming.ts'
import type { LookOf } from './media-look.ts'
import { moveItem } from './move-item.ts'
import { ordinalName, ordinalWords } from './ordinal-words.ts'
import { ReferenceActs } from './reference-acts.tsx'
import { ReferenceThumb } from './reference-thumb.tsx'
import { TakeArea } from './take-area.tsx'
import { TakingSheets } from './taking-sheets.tsx'
import { useReorder } from './use-reorder.ts'
import { useTaking } from './use-taking.ts'

type MediaListProps = {
  label: string
  value: readonly MediaRef[]
  onChange: (refs: MediaRef[]) => void
  lookOf: LookOf
  /** How many fit. */
  limit: number
  /** Puts the words for a reference into the prompt: `first reference`. */
  onMention?: ((words: string) => void) | undefined
  reason?: { tone: 'bad' | 'warn'; text: string } | undefined
}

/** Pictures in an order that the prompt can speak of. */
export function MediaList(props: MediaListProps) {
  const { label, value, onChange, lookOf, limit, onMention, reason } = props
  const id = useId()
  const list = useRef<HTMLOListElement>(null)
  const [wanted, setWanted] = useState(0)
  const [replacing, setReplacing] = useState<number | null>(null)
  const [news, setNews] = useState('')
  const count = value.length
  const chosen = Math.min(wanted, count - 1)
  const room = replacing === null ? Math.max(0, limit - count) : 1

  const taking = useTaking({
    place: { holds: 'image' },
    room,
    at: replacing ?? undefined,
    onPut: (ref, said, at) => {
      const isReplaced = at !== undefined && at < count
      const to = isReplaced ? at : count
      onChange(isReplaced ? value.map((old, index) => (index === at ? ref : old)) : [...value, ref])
      setNews([`${ordinalName(to)} is set.`, said].filter(Boolean).join(' '))
      setWanted(to)
      setReplacing(null)
    },
  })

  const focusThumb = (index: number) =>
    setTimeout(() => list.current?.querySelectorAll('button')[index]?.focus())
  const move = (from: number, to: number) => {
    if (to < 0 || to >= count) return
    setNews(`Moved: it is the ${ordinalWords(to)} now.`)
    setWanted(to)
    onChange(moveItem(value, from, to))
  }
  const remove = (index: number) => {
    setNews(`${ordinalName(index)} is removed.`)
    setWanted(Math.max(0, Math.min(index, count - 2)))
    setReplacing(null)
    onChange(value.filter((_, at) => at !== index))
    focusThumb(Math.min(index, count - 2))
  }
  const { propsOf, wasDragged } = useReorder(move)

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: chosen - 1, ArrowRight: chosen + 1, Home: 0, End: count - 1 }[event.key]
    if (to !== undefined) {
      if (event.altKey) move(chosen, to)
      else setWanted(Math.max(0, Math.min(count - 1, to)))
      focusThumb(Math.max(0, Math.min(count - 1, to)))
    } else if (event.key === 'Delete' || event.key === 'Backspace') remove(chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const told = [`${id}-room`, reason && `${id}-reason`, taking.refusal && `${id}-refusal`]
  const describedBy = told.filter(Boolean).join(' ')
  const groupProps = {
    ...taking.rootProps,
    role: 'group',
    'aria-labelledby': `${id}-label`,
    'aria-describedby': describedBy,
  }
  const [first] = taking.incoming
  const one = value[chosen]
  const sentence =
    replacing !== null
      ? `Drop another ${ordinalWords(replacing)} here`
      : count === 0
        ? 'Drop pictures here'
        : 'Drop more here'

  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className="flex justify-between text-dense text-quiet">
        <span id={`${id}-label`}>{label}</span>
        <span id={`${id}-room`} className="tabular-nums">
          {count === 0 ? `up to ${limit}` : `${count} of ${limit}`}
        </span>
      </div>
      <div
        {...groupProps}
        className={`grid min-w-0 gap-2 rounded border p-2 ${count === 0 || taking.isOver ? 'border-dashed' : ''} ${taking.isOver ? 'border-accent bg-selected' : reason?.tone === 'bad' ? 'border-bad bg-raised' : count === 0 ? 'border-edge bg-raised' : 'border-line bg-raised'}`}
      >
        <input {...taking.inputProps} aria-label={`${label}: files`} />
        {count > 0 && (
          <ol ref={list} aria-label={label} className="grid grid-cols-4 gap-1">
            {value.map((ref, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same picture may stand twice
              <li key={index}>
                <ReferenceThumb
                  index={index}
                  look={lookOf(ref)}
                  isChosen={index === chosen}
                  tabIndex={index === chosen ? 0 : -1}
                  onClick={() => {
                    if (!wasDragged.current) setWanted(index)
                  }}
                  onKeyDown={onKeyDown}
                  {...propsOf(index)}
                />
              </li>
            ))}
          </ol>
        )}
        {one && (
          <div className="grid">
            <p className="truncate text-mark text-quiet tabular-nums">
              {`${ordinalName(chosen)} · ${heldWords(lookOf(one))}`}
            </p>
            <ReferenceActs
              index={chosen}
              count={count}
              onMention={onMention}
              onMove={(to) => move(chosen, to)}
              onReplace={() => setReplacing(chosen)}
              onRemove={() => remove(chosen)}
            />
          </div>
        )}
        {taking.incoming.map((incoming) => (
          <div key={incoming.id} className="border-t first:border-t-0">
            <IncomingFace one={incoming} taking={taking} id={`${id}-${incoming.id}`} />
          </div>
        ))}
        {room > 0 && (
          <div className={count > 0 ? 'border-t' : ''}>
            <TakeArea
              label={label}
              sentence={sentence}
              taking={taking}
              describedBy={describedBy}
              onKeep={replacing === null ? undefined : () => setReplacing(null)}
            />
          </div>
        )}
      </div>
      {taking.refusal && <Reason id={`${id}-refusal`} tone="bad" text={taking.refusal} />}
      {reason && <Reason id={`${id}-reason`} {...reason} />}
      <LiveRegion message={first ? incomingWords(first) : news} />
      <TakingSheets label={label} taking={taking} />
    </div>
  )
}
