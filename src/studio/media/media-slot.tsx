import { type KeyboardEvent, useId, useState } from 'react'
import type { MediaRef } from '#contract/media-ref.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { Reason } from '../ui/reason.tsx'
import { HeldMedia } from './held-media.tsx'
import { IncomingFace } from './incoming-face.tsx'
import { incomingWords } from './incoming.ts'
import { type MediaLook, unknownLook } from './media-look.ts'
import { refKey } from './media-words.ts'
import { SlotActs } from './slot-acts.tsx'
import { TakeArea } from './take-area.tsx'
import { TakingSheets } from './taking-sheets.tsx'
import { useHeldFocus } from './use-held-focus.ts'
import { useTaking } from './use-taking.ts'
import { arrivedLook } from './where-to.ts'

type MediaSlotProps = {
  label: string
  holds: 'image' | 'video'
  value: MediaRef | undefined
  onChange: (ref: MediaRef | undefined) => void
  look: MediaLook | undefined
  /** The longest clip, seconds. */
  limitS?: number | undefined
  /** A clip made here may stand where a picture does: it is extended. */
  mayHoldClip?: boolean | undefined
  reason?: { tone: 'bad' | 'warn'; text: string } | undefined
  /** Why nothing can be put here as the rest stands. */
  disabledReason?: string | undefined
  /** `half`: two of them side by side in the panel. */
  size?: 'full' | 'half'
}

/** A place for one picture or clip, and every way to get one there. */
export function MediaSlot(props: MediaSlotProps) {
  const { label, holds, value, onChange, reason, limitS, mayHoldClip, disabledReason } = props
  const isHalf = props.size === 'half'
  const id = useId()
  const [isReplacing, setIsReplacing] = useState(false)
  const [done, setDone] = useState<{ key: string; said: string } | null>(null)
  const [news, setNews] = useState('')

  const holdFocus = useHeldFocus(id)

  const taking = useTaking({
    place: { holds, ...(mayHoldClip && { mayHoldClip }), ...(limitS !== undefined && { limitS }) },
    isDisabled: disabledReason !== undefined,
    onPut: (ref, said) => {
      holdFocus()
      setDone(said === null ? null : { key: refKey(ref), said })
      setNews(said ?? `${label} is set.`)
      setIsReplacing(false)
      onChange(ref)
    },
  })
  const [one] = taking.incoming
  const look = value && (props.look ?? unknownLook(value))
  const isFilled = look !== undefined && !isReplacing && !one
  const said = value && done?.key === refKey(value) ? done.said : null

  const remove = () => {
    if (!value) return
    holdFocus()
    setNews(`${label} is empty.`)
    onChange(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || !isFilled) return
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    event.stopPropagation()
    remove()
  }

  const told = [
    isFilled && `${id}-words`,
    one && `${id}-incoming`,
    reason && `${id}-reason`,
    disabledReason && `${id}-disabled`,
    taking.refusal && `${id}-refusal`,
    said && `${id}-said`,
  ].filter(Boolean)
  const describedBy = told.length > 0 ? told.join(' ') : undefined
  const groupProps = {
    ...taking.rootProps,
    id,
    role: 'group',
    'aria-labelledby': `${id}-label`,
    'aria-describedby': describedBy,
    onKeyDown,
  }
  const edge = taking.isOver
    ? 'border-accent'
    : reason?.tone === 'bad'
      ? 'border-bad'
      : 'border-edge'

  return (
    <div className="grid min-w-0 content-start gap-2">
      <div id={`${id}-label`} className="text-dense text-quiet">
        {label}
      </div>
      <div
        {...groupProps}
        className={`grid min-w-0 overflow-hidden rounded border ${isHalf && !one ? 'min-h-36' : ''} ${isFilled ? 'border-solid border-line' : 'border-dashed'} ${edge} ${taking.isOver ? 'bg-selected' : 'bg-raised'}`}
      >
        <input {...taking.inputProps} aria-label={`${label}: file`} />
        {one && <IncomingFace one={one} taking={taking} id={id} />}
        {isFilled && (
          <>
            <HeldMedia look={look} label={label} wordsId={`${id}-words`} isShort={isHalf} />
            <SlotActs
              label={label}
              media={arrivedLook(look)}
              taking={taking}
              describedBy={describedBy}
              onReplace={() => setIsReplacing(true)}
              onRemove={remove}
            />
          </>
        )}
        {!isFilled && !one && (
          <TakeArea
            label={label}
            sentence={sentences[holds]}
            taking={taking}
            describedBy={describedBy}
            isDisabled={disabledReason !== undefined}
            onKeep={isReplacing ? () => setIsReplacing(false) : undefined}
          />
        )}
      </div>
      {said && (
        <p id={`${id}-said`} className="text-dense text-quiet">
          {said}
        </p>
      )}
      {taking.refusal && <Reason id={`${id}-refusal`} tone="bad" text={taking.refusal} />}
      {reason && <Reason id={`${id}-reason`} {...reason} />}
      {disabledReason && <Reason id={`${id}-disabled`} tone="warn" text={disabledReason} />}
      <LiveRegion message={one ? incomingWords(one) : news} />
      <TakingSheets label={label} taking={taking} />
    </div>
  )
}

const sentences = {
  image: 'Drop a picture here',
  video: 'Drop a clip here',
}
