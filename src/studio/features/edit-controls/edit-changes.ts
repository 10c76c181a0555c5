import type { EditControls, EditOptions } from '#contract/video-edit.ts'
import { controlSigns, type Signal } from './control-signs.ts'

export type ControlState = 'model' | 'on' | 'off'
type Strength = EditOptions['strength']

/** Every field a control of any signal may have. */
export type ControlFields = {
  enabled?: boolean | undefined
  blur?: number | undefined
  augmentation?: number | undefined
  sparsity?: number | undefined
  strength?: 'precise' | 'coarse' | undefined
}

/** A control left out is the model's choice, which is not "off". */
export function controlState({ enabled }: ControlFields = {}): ControlState {
  if (enabled === undefined) return 'model'
  return enabled ? 'on' : 'off'
}

const enabledBy: Record<ControlState, boolean | undefined> = {
  model: undefined,
  on: true,
  off: false,
}
export const enabledOf = (state: ControlState) => enabledBy[state]

const said = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T

/** Steered by hand with nothing set has to say so, or it would be the model's default again. */
function settled(edit: EditOptions): EditOptions {
  const { auto_controls, strength, controls, keyframes } = edit
  const isBare = auto_controls === undefined && strength === undefined && controls === undefined
  return said({
    auto_controls: isBare ? false : auto_controls,
    strength,
    controls,
    keyframes,
  })
}

export const withStrength = (edit: EditOptions | undefined, strength: Strength): EditOptions =>
  settled({ ...edit, strength })

/** Changes fields of one control; what is undefined is left out, and so is what is empty. */
export function withControl(
  edit: EditOptions | undefined,
  signal: Signal,
  change: ControlFields,
): EditOptions {
  const now: Record<string, ControlFields | undefined> = {
    ...edit?.controls,
    [signal]: said({ ...edit?.controls?.[signal], ...change }),
  }
  const all = controlSigns
    .map((one) => [one.signal, now[one.signal]] as const)
    .filter(([, fields]) => fields && Object.keys(fields).length > 0)
  const controls = all.length > 0 ? (Object.fromEntries(all) as EditControls) : undefined
  return settled({ ...edit, controls })
}
