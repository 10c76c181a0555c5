import { amountField, type Signal } from '#contract/signal.ts'
import type { EditOptions } from '#contract/video-edit.ts'
import { controlSigns } from './control-signs.ts'
import type { ControlFields } from './edit-changes.ts'
import { editMode } from './edit-mode.ts'

type ShownAmount = {
  /** As the address says it: `blur=0.35`; empty for the engine's usual one. */
  query: string
  words: string
}

const isShowable = (value: number | string) =>
  typeof value === 'string' || (value >= 0 && value <= 1)

/** With how much of itself a signal is shown, and what the draft says of it. */
export function shownAmount(edit: EditOptions | undefined, signal: Signal): ShownAmount {
  const label = controlSigns.find((sign) => sign.signal === signal)?.label ?? signal
  const mode = editMode(edit)
  const control: ControlFields | undefined = mode === 'hand' ? edit?.controls?.[signal] : undefined
  const off = control?.enabled === false ? ` ${label} is off: this is not held on to.` : ''
  const field = amountField[signal]
  if (!field) return { query: '', words: off.trim() }
  const value = control?.[field]
  const name = field.charAt(0).toUpperCase() + field.slice(1)
  if (value === undefined) {
    const whose = mode === 'auto' ? 'The model sets' : 'The model chooses'
    return { query: '', words: `${whose} the ${field}; here the usual one.${off}` }
  }
  if (!isShowable(value)) {
    return { query: '', words: `${name} ${value} cannot be shown; here the usual one.${off}` }
  }
  return { query: `${field}=${value}`, words: `${name} ${value}, as set.${off}` }
}
