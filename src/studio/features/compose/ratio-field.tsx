import { ChoiceField } from './choice-field.tsx'
import { RatioShape } from './ratio-shape.tsx'

type RatioFieldProps = { ratios: readonly string[]; canLeaveOpen?: boolean; columns: number }

/** The shape of the picture, from a list of shapes. */
export function RatioField({ ratios, canLeaveOpen, columns }: RatioFieldProps) {
  const choices = ratios.map((ratio) => ({
    value: ratio,
    label: ratio,
    drawing: <RatioShape ratio={ratio} />,
  }))
  const open = { value: '', label: 'Model picks', drawing: <RatioShape ratio="" /> }
  return (
    <ChoiceField
      path="aspect_ratio"
      label="Ratio"
      columns={columns}
      choices={canLeaveOpen ? [open, ...choices] : choices}
    />
  )
}
