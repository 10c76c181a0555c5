import { Columns3 } from 'lucide-react'
import { Button } from '../../../ui/button.tsx'
import { useCompose } from '../compose-context.tsx'
import { useDraft } from '../use-draft.ts'
import { AxisField } from './axis-field.tsx'
import { axesOf, valueOf } from './axes.ts'
import { PlanPreview } from './plan-preview.tsx'
import type { Axis } from './plan.ts'
import { RunTimes } from './run-times.tsx'

const mostAxes = 2
const ordinals = ['First', 'Second']

/** How many are made of one request: times, compared settings, and what comes of it. */
export function PlanField() {
  const { draft, plan, changePlan } = useDraft()
  const { expansion } = useCompose()
  const possible = axesOf(draft.type)
  const axes = plan.axes.filter(({ path }) => possible.some((choice) => choice.path === path))
  const free = possible.filter(({ path }) => !axes.some((axis) => axis.path === path))
  const canAdd = axes.length < mostAxes && free.length > 0

  const changeAxes = (next: readonly Axis[]) => changePlan({ ...plan, axes: [...next] })
  const add = () => {
    const [first] = free
    if (first) changeAxes([...axes, { path: first.path, values: [valueOf(draft, first.path)] }])
  }

  return (
    <div data-field="plan" className="relative grid gap-3">
      <div className="flex items-center justify-between gap-2">
        <RunTimes times={plan.times} onChange={(times) => changePlan({ ...plan, times })} />
        {canAdd && (
          <Button look="quiet" onClick={add} className="-mr-3">
            <Columns3 size={14} aria-hidden />
            {axes.length ? 'Compare another' : 'Compare settings'}
          </Button>
        )}
      </div>
      {axes.map((axis, place) => (
        <AxisField
          key={ordinals[place]}
          draft={draft}
          axis={axis}
          ordinal={ordinals[place] ?? 'Further'}
          choices={possible.filter(
            ({ path }) => path === axis.path || free.some((choice) => choice.path === path),
          )}
          onChange={(next) => changeAxes(axes.with(place, next))}
          onRemove={() => changeAxes(axes.toSpliced(place, 1))}
        />
      ))}
      {expansion.total > 1 && <PlanPreview type={draft.type} expansion={expansion} />}
    </div>
  )
}
