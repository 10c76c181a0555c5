import { useId, useState } from 'react'
import type { EditOptions } from '#contract/video-edit.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ControlField } from './control-field.tsx'
import { controlSigns } from './control-signs.ts'
import { withControl, withStrength } from './edit-changes.ts'
import { type ByHand, byHandOf, type EditMode, editMode, switchMode } from './edit-mode.ts'
import type { ReasonAt } from './reason-at.ts'
import { SentEdit } from './sent-edit.tsx'
import { StrengthField } from './strength-field.tsx'

type EditControlsProps = {
  edit: EditOptions | undefined
  onChange: (next: EditOptions | undefined) => void
  reasonAt: ReasonAt
}

const modes: { value: EditMode; label: string }[] = [
  { value: 'default', label: 'Default' },
  { value: 'auto', label: 'Automatic' },
  { value: 'hand', label: 'By hand' },
]

const about: Record<EditMode, string> = {
  default: 'Nothing is said about strength and controls: the model’s own default.',
  auto: 'The model reads strength and controls off the source; neither can be sent.',
  hand: 'What is set is sent. The rest stays the model’s choice.',
}

/** How an edit is steered: by default, by the model, or by strength and five signals. */
export function EditControls({ edit, onChange, reasonAt }: EditControlsProps) {
  const id = useId()
  const [kept, setKept] = useState<ByHand | null>(null)
  const mode = editMode(edit)
  const own = byHandOf(edit)
  const isIdle = mode !== 'hand'
  const shown = own ?? kept
  const reason = reasonAt('video.edit.auto_controls') ?? reasonAt('video.edit')
  const controlsReason = reasonAt('video.edit.controls')
  const choose = (next: EditMode) => {
    if (own) setKept(own)
    onChange(switchMode(edit, next, own ?? kept))
  }
  return (
    <div className="grid gap-4">
      <div data-field="video.edit.auto_controls" className="grid gap-2">
        <Segmented
          label="Steering"
          segments={modes}
          value={mode}
          onChange={choose}
          describedBy={`${id}-about${reason ? ` ${id}-reason` : ''}`}
          isInvalid={reason?.tone === 'bad'}
        />
        <p id={`${id}-about`} className="text-dense text-quiet">
          {about[mode]}
          {isIdle && !own && kept && ' Your settings by hand are kept while this panel is open.'}
          {isIdle && !kept && !own && ' Choose “By hand” to set them.'}
        </p>
        {reason && <Reason id={`${id}-reason`} {...reason} />}
      </div>
      <fieldset
        disabled={isIdle}
        aria-label="Strength and controls"
        aria-describedby={isIdle ? `${id}-about` : undefined}
        className="grid min-w-0 gap-4"
      >
        <StrengthField
          value={shown?.strength}
          onChange={(strength) => onChange(withStrength(edit, strength))}
          isIdle={isIdle}
          reasonAt={reasonAt}
        />
        <div data-field="video.edit.controls" className="grid gap-3">
          {controlSigns.map((sign) => (
            <ControlField
              key={sign.signal}
              sign={sign}
              value={shown?.controls?.[sign.signal]}
              onChange={(change) => onChange(withControl(edit, sign.signal, change))}
              isIdle={isIdle}
              reasonAt={reasonAt}
            />
          ))}
          {controlsReason && <Reason id={`${id}-controls`} {...controlsReason} />}
        </div>
      </fieldset>
      {mode === 'auto' && own && (
        <Button onClick={() => choose('auto')}>Send only “automatic”</Button>
      )}
      <SentEdit edit={edit} />
    </div>
  )
}
