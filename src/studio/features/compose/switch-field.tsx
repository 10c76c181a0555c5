import { useId, useState } from 'react'
import { Switch } from '../../ui/switch.tsx'
import { useCompose, useReasonAt } from './compose-context.tsx'
import { ReasonLine } from './reason-line.tsx'
import { obstaclesTo } from './setting-fit.ts'
import { valueAt } from './setting.ts'
import { useDraft } from './use-draft.ts'

type SwitchFieldProps = {
  path: 'web_search' | 'video.loop' | 'video.hdr' | 'video.exr_export'
  label: string
  /** What turning it on brings. */
  note: string
}

/** A setting that is on or not said at all, with the rules that speak about it. */
export function SwitchField({ path, label, note }: SwitchFieldProps) {
  const { draft, put } = useDraft()
  const { factsOf } = useCompose()
  const own = useReasonAt(path)
  const [isAsked, setIsAsked] = useState(false)
  const id = useId()
  const isOn = valueAt(draft, path) === true
  const obstacle = isOn ? undefined : obstaclesTo(draft, path, [undefined, true], factsOf).get(true)
  const reason = isAsked && obstacle ? { tone: 'warn' as const, ...obstacle } : own
  return (
    <div data-field={path} className="grid gap-2">
      <Switch
        label={label}
        note={note}
        isOn={isOn}
        unavailable={obstacle?.text}
        describedBy={reason ? `${id}-reason` : undefined}
        isInvalid={own?.tone === 'bad'}
        onChange={(next) => put(path, next || undefined)}
        onRefused={() => setIsAsked(true)}
      />
      <div aria-live="polite" className="empty:-mt-2">
        {reason && (
          <ReasonLine id={`${id}-reason`} {...reason} onMended={() => setIsAsked(false)} />
        )}
      </div>
    </div>
  )
}
