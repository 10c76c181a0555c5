import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { AddressForm } from './address-form.tsx'
import { TakeActs } from './take-acts.tsx'
import type { Taking } from './use-taking.ts'

type TakeAreaProps = {
  label: string
  /** What to do here, in one sentence. */
  sentence: string
  taking: Taking
  describedBy: string | undefined
  isDisabled?: boolean
  /** For a place that is to be filled anew: leaves it as it is. */
  onKeep?: (() => void) | undefined
}

/** An empty place: what goes there, and the ways to put it there. */
export function TakeArea(props: TakeAreaProps) {
  const { label, sentence, taking, describedBy, isDisabled = false, onKeep } = props
  const [hasAddress, setHasAddress] = useState(false)
  if (hasAddress && !isDisabled) {
    return <AddressForm label={label} taking={taking} onClose={() => setHasAddress(false)} />
  }
  return (
    <div className="grid content-center justify-items-center gap-1 px-2 py-3 max-md:px-1">
      <p className="text-center text-dense text-quiet">
        {taking.isOver ? 'Let go to use it' : sentence}
      </p>
      <TakeActs
        label={label}
        taking={taking}
        describedBy={describedBy}
        isDisabled={isDisabled}
        onAddress={() => setHasAddress(true)}
      />
      {onKeep && (
        <Button look="quiet" onClick={onKeep}>
          Keep what is there
        </Button>
      )}
    </div>
  )
}
