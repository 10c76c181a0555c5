import { useId, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Reason } from '../ui/reason.tsx'
import { type ClipType, clipTypes, guessClipType } from './address-ref.ts'
import type { Taking } from './use-taking.ts'

type AddressFormProps = { label: string; taking: Taking; onClose: () => void }

const field =
  'h-8 w-full min-w-0 rounded border bg-raised px-2 text-body placeholder:text-quiet max-md:h-10'

/** A public address instead of bytes: the upstream fetches it, this page never does. */
export function AddressForm({ label, taking, onClose }: AddressFormProps) {
  const id = useId()
  const [address, setAddress] = useState('')
  const [chosen, setChosen] = useState<ClipType | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const isClip = taking.place.holds === 'video'
  const clipType = chosen ?? guessClipType(address)

  const use = () => {
    const why = taking.takeAddress(address, clipType)
    setReason(why)
    if (!why) onClose()
  }
  return (
    <div className="grid gap-2 p-2">
      <label htmlFor={id} className="text-dense text-quiet">
        {`Public address of a ${isClip ? 'clip' : 'picture'}. Luma fetches it.`}
      </label>
      <input
        id={id}
        type="url"
        inputMode="url"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for it
        autoFocus
        placeholder="https://"
        value={address}
        aria-label={`${label}: address`}
        aria-invalid={reason !== null || undefined}
        aria-describedby={reason ? `${id}-reason` : undefined}
        onChange={(event) => {
          setAddress(event.target.value)
          setReason(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          }
          if (event.key !== 'Enter') return
          event.preventDefault()
          use()
        }}
        className={`${field} ${reason ? 'border-bad' : 'border-line'}`}
      />
      {isClip && (
        <select
          aria-label="Kind of clip"
          value={clipType ?? ''}
          onChange={(event) => setChosen(event.target.value as ClipType)}
          className={`${field} border-line`}
        >
          <option value="" disabled>
            Kind of clip
          </option>
          {clipTypes.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      )}
      {reason && <Reason id={`${id}-reason`} tone="bad" text={reason} />}
      <div className="flex flex-wrap gap-1">
        <Button onClick={use}>Use address</Button>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  )
}
