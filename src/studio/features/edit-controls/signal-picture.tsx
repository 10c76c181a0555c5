import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { signalQuery, type SignalView } from '../../api/signals.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { controlSigns } from './control-signs.ts'
import { figureLook } from './figure-look.ts'
import { SignalWait } from './signal-wait.tsx'

type SignalPictureProps = {
  view: SignalView
  /** What the draft says of the amount. */
  amount: string
  frames: number
}

const nameOf = ({ signal }: SignalView) =>
  controlSigns.find((sign) => sign.signal === signal)?.label ?? signal

/** What a signal sees; the last picture stays until the next one is there. */
export function SignalPicture({ view, amount, frames }: SignalPictureProps) {
  const id = useId()
  const [loaded, setLoaded] = useState<string | null>(null)
  const { data, error, isFetching, refetch } = useQuery({
    ...signalQuery(view),
    placeholderData: keepPreviousData,
  })
  const isThere = data !== undefined && data.view.sha256 === view.sha256
  const isCurrent = isThere && loaded === data.picture && !isFetching
  const detail = error instanceof ApiError ? error.detail : error?.message
  return (
    <figure aria-busy={isFetching} className={figureLook}>
      <div className="relative min-h-0 flex-1 overflow-hidden rounded bg-page">
        {isThere && !error && (
          <img
            src={data.picture}
            alt={`${nameOf(data.view)} of frame ${data.view.frame}`}
            aria-describedby={`${id}-words`}
            draggable={false}
            onLoad={() => setLoaded(data.picture)}
            className="absolute inset-0 size-full object-contain"
          />
        )}
        {error && !isFetching && (
          <div className="absolute inset-0 grid content-center justify-items-start gap-2 p-4">
            <Reason id={`${id}-error`} tone="bad" text={detail ?? 'It could not be estimated.'} />
            <Button onClick={() => void refetch()}>Try again</Button>
          </div>
        )}
        {!isCurrent && (isFetching || !error) && (
          <SignalWait
            key={`${view.sha256} ${view.signal}`}
            name={nameOf(view)}
            frame={view.frame}
            frames={frames}
            isFirst={!isThere}
          />
        )}
      </div>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-dense text-quiet">
        <span id={`${id}-words`} className={data?.found === false ? 'text-warn' : ''}>
          {isThere && !error ? data.words : `${nameOf(view)} of frame ${view.frame}`}
        </span>
        <span>{amount}</span>
      </figcaption>
    </figure>
  )
}
