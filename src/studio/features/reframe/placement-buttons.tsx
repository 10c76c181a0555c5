import { useId } from 'react'
import { Sparkles } from 'lucide-react'
import { Button } from '../../ui/button.tsx'

type PlacementButtonsProps = {
  isModelsChoice: boolean
  canFill: boolean
  onFit: () => void
  onFill: () => void
  onCentre: () => void
  onModelsChoice: () => void
}

/** The places that have a name, and leaving it to the model. */
export function PlacementButtons(props: PlacementButtonsProps) {
  const { isModelsChoice, canFill, onFit, onFill, onCentre, onModelsChoice } = props
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
          onClick={() => canFill && onFill()}
          aria-disabled={!canFill}
          aria-describedby={canFill ? undefined : id}
          title={canFill ? 'Covers the whole picture' : fillReason}
          className="aria-disabled:opacity-50"
        >
          Fill
        </Button>
        <Button onClick={onCentre} title="In the middle, at the size it has">
          Centre
        </Button>
      </div>
      {!canFill && (
        <p id={id} className="text-mark text-quiet">
          {fillReason}
        </p>
      )}
    </div>
  )
}

const fillReason = 'Fill is out of reach: the source may be twice the picture at most.'
