import { useId } from 'react'
import { useReasonWithin } from './compose-context.tsx'
import { ReasonLine } from './reason-line.tsx'

type HiddenReasonProps = { path: string }

/** The reason at a field whose control is not in sight just now. */
export function HiddenReason({ path }: HiddenReasonProps) {
  const reason = useReasonWithin(path)
  const id = useId()
  return reason ? <ReasonLine id={id} {...reason} /> : null
}
