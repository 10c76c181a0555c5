import { Scaling } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Reason } from '../ui/reason.tsx'
import { type Incoming, incomingWords } from './incoming.ts'
import type { Taking } from './use-taking.ts'

type IncomingFaceProps = { one: Incoming; taking: Taking; id: string }

/** A file on its way: how far it is, what can be done about it, and how to call it off. */
export function IncomingFace({ one, taking, id }: IncomingFaceProps) {
  const { name, step } = one
  const words = incomingWords(one)
  const stopWords = step.is === 'failed' || step.is === 'offered' ? 'Leave it' : 'Cancel'
  return (
    <div className="grid min-w-0 gap-2 p-3 text-dense">
      {step.is === 'failed' || step.is === 'offered' ? (
        <>
          <p className="truncate text-ink" title={name}>
            {name}
          </p>
          <Reason id={`${id}-incoming`} tone={step.is === 'failed' ? 'bad' : 'warn'} text={words} />
        </>
      ) : (
        <p id={`${id}-incoming`} className="flex gap-2 text-quiet">
          <span className="min-w-0 flex-1 truncate" title={words}>
            {words}
          </span>
          {step.is === 'uploading' && step.fraction < 1 && (
            <span className="tabular-nums">{Math.floor(step.fraction * 100)} %</span>
          )}
        </p>
      )}
      {step.is === 'uploading' && (
        <ProgressBar label={`Uploading ${name}`} fraction={step.fraction} />
      )}
      <div className="flex flex-wrap gap-1">
        {step.is === 'offered' && (
          <Button onClick={() => taking.scale(one.id)}>
            <Scaling size={14} aria-hidden />
            {step.offer.to.width === step.offer.from.width
              ? 'Save it smaller'
              : `Scale to ${step.offer.to.width} × ${step.offer.to.height}`}
          </Button>
        )}
        {step.is === 'failed' && step.retry && (
          <Button onClick={() => taking.retry(one.id)}>Try again</Button>
        )}
        <Button look="quiet" onClick={() => taking.cancel(one.id)}>
          {stopWords}
        </Button>
      </div>
    </div>
  )
}
