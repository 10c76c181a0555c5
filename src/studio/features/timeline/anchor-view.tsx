import { CircleAlert, ImageOff, TriangleAlert } from 'lucide-react'

export type AnchorReason = { tone: 'bad' | 'warn'; text: string }

type AnchorViewProps = {
  id: number
  name: string
  frame: number
  /** Frames to the nearer neighbour: how wide its picture may be. */
  gap: number
  last: number
  still: string | null
  isMissing: boolean
  isSelected: boolean
  isCurrent: boolean
  hasTab: boolean
  reason: AnchorReason | undefined
  reasonId: string
}

/** An anchor on its frame: a picture as wide as its neighbours leave room, or a slice of it. */
export function AnchorView(props: AnchorViewProps) {
  const { id, name, frame, gap, last, still, isMissing, isSelected, isCurrent, hasTab } = props
  const { reason, reasonId } = props
  const Sign = reason?.tone === 'warn' ? TriangleAlert : CircleAlert
  const edge = reason
    ? reason.tone === 'bad'
      ? 'border-bad'
      : 'border-warn'
    : isSelected
      ? 'border-accent'
      : 'border-page'
  const picture = still ? (
    <img src={still} alt="" draggable={false} decoding="async" className="size-full object-cover" />
  ) : (
    <span className="flex size-full items-center justify-center bg-lifted text-quiet">
      {isMissing && <ImageOff size={14} aria-hidden />}
    </span>
  )
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture on a scale
      role="option"
      aria-selected={isSelected}
      aria-label={name}
      aria-describedby={reason ? reasonId : undefined}
      tabIndex={hasTab ? 0 : -1}
      data-anchor={id}
      data-current={isCurrent || undefined}
      className="group absolute inset-y-0 left-0 outline-none data-current:z-[2] data-dragged:z-[3] data-shown:z-[4]"
      style={
        {
          '--at': Math.min(last, Math.max(0, frame)),
          '--gap': gap,
          '--w': 'clamp(7px, var(--gap) * var(--per) - 3px, var(--full))',
          width: 'var(--w)',
          transform:
            'translateX(calc(var(--origin) + (var(--at) - var(--from)) * var(--per) - 50%))',
        } as React.CSSProperties
      }
    >
      <span
        aria-hidden
        className={`absolute top-0 bottom-6 left-1/2 w-px group-data-slice:opacity-60 ${isSelected ? 'bg-accent' : 'bg-edge'}`}
      />
      <span
        aria-hidden
        className={`absolute top-0.5 left-1/2 size-2 -translate-x-1/2 rotate-45 border ${isSelected ? 'border-accent bg-accent' : 'border-page bg-quiet'}`}
      />
      <span className="absolute inset-x-0 top-4 bottom-1 flex flex-col items-center justify-center in-data-dense:justify-end">
        <span
          data-picture
          className={`block h-[clamp(40px,calc(var(--w)/var(--aspect)),calc(100cqh-40px))] w-full overflow-hidden rounded-sm border-2 bg-raised group-focus-visible:outline-2 group-focus-visible:outline-offset-1 group-focus-visible:outline-accent group-data-slice:rounded-none group-data-slice:border-x ${edge}`}
        >
          {picture}
        </span>
        <span
          aria-hidden
          className={`h-4 text-mark tabular-nums ${isSelected ? 'text-ink' : 'text-quiet'}`}
        >
          <span
            data-label
            className="hidden rounded-sm bg-page px-1 group-not-data-slice:inline group-data-[slice=wide]:inline group-aria-selected:in-data-carrying:invisible group-data-dragged:visible! group-data-dragged:inline"
          >
            {frame}
          </span>
        </span>
      </span>
      <span
        aria-hidden
        data-glance
        className="pointer-events-none absolute bottom-20 left-1/2 hidden w-(--glance) -translate-x-1/2 flex-col items-center group-data-slice:group-data-shown:flex"
      >
        <span className="block aspect-(--aspect) w-full overflow-hidden rounded-sm border-2 border-accent bg-raised">
          {picture}
        </span>
        <span className="absolute -bottom-4.5 rounded-sm bg-panel px-1 text-mark text-ink tabular-nums">
          {frame}
        </span>
      </span>
      {reason && (
        <Sign
          size={14}
          aria-hidden
          className={`absolute top-2.5 left-1/2 -translate-x-1/2 rounded-full bg-panel ${reason.tone === 'bad' ? 'text-bad' : 'text-warn'}`}
        />
      )}
    </div>
  )
}
