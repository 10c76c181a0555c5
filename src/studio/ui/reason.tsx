import { CircleAlert, TriangleAlert } from 'lucide-react'

type ReasonProps = { id: string; tone: 'bad' | 'warn'; text: string }

/** Why a field stands in the way (`bad`) or may (`warn`): sign, colour and words. */
export function Reason({ id, tone, text }: ReasonProps) {
  const Icon = tone === 'bad' ? CircleAlert : TriangleAlert
  return (
    <p id={id} className={`flex gap-2 text-dense ${tone === 'bad' ? 'text-bad' : 'text-warn'}`}>
      <Icon size={14} aria-hidden className="mt-px shrink-0" />
      <span>{text}</span>
    </p>
  )
}
