import { useId } from 'react'
import { Sparkles } from 'lucide-react'
import { Button } from '../../ui/button.tsx'

type PlacementButtonsProps = {
  isModelsChoice: boolean
  /** Why the source cannot cover the picture; `null`: it can. */
  noFill: string | null
  onFit: () => void
  onFill: () => void
  onCentre: () => void
  onModelsChoice: () => void
}

/** The places that have a name, and leaving it to the model. */
export function PlacementButtons(props: PlacementButtonsProps) {
  const { isModelsChoice, noFill, onFit, onFill, onCentre, onModelsChoice } = props
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <button
        type="button"
        aria-pressed={isModelsChoice}
        onClick={onModelsChoice}
        className={`flex h-8 items-center justify-center gap-2 rounded border text-body max-md:h-10 ${isModelsChoice ? 'border-accent bg-lifted text-ink' : 'border-line bg-raised text-ink hover:bg-lifted'}`}
      >
        <Sparkles size={14} aria-hidden />
        Let the model choose
      </button>
      <div className="grid grid-cols-3 gap-1">
        <Button onClick={onFit} title="All of the source, as large as it fits">
          Fit
        </Button>
        <Button
          onClick={() => noFill === null && onFill()}
          aria-disabled={noFill !== null}
          aria-describedby={noFill === null ? undefined : id}
          title={noFill ?? 'Covers the whole picture'}
          className="aria-disabled:opacity-50"
        >
          Fill
        </Button>
        <Button onClick={onCentre} title="In the middle, at the size it has">
          Centre
        </Button>
      </div>
      {noFill !== null && (
        <p id={id} className="text-mark text-quiet">
          {noFill}
        </p>
      )}
    </div>
  )
}
