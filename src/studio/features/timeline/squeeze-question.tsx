import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'

type SqueezeQuestionProps = {
  /** How many anchors stand beyond the end of the shorter clip. */
  beyond: number
  onSqueeze: () => void
  onDrop: () => void
  onCancel: () => void
}

/** Asked when a clip of 10 s with late anchors becomes one of 5 s. */
export function SqueezeQuestion({ beyond, onSqueeze, onDrop, onCancel }: SqueezeQuestionProps) {
  const [who, stand] = beyond === 1 ? ['1 keyframe', 'stands'] : [`${beyond} keyframes`, 'stand']
  return (
    <Sheet title="Make it 5 s?" isOpen onClose={onCancel}>
      <p className="max-w-prose">
        {who} {stand} beyond frame 120, the end of a 5 s clip. Squeezing moves all keyframes to the
        same part of the shorter clip.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="primary" onClick={onSqueeze}>
          Squeeze into 5 s
        </Button>
        <Button onClick={onDrop}>{`Drop the ${beyond} beyond`}</Button>
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Sheet>
  )
}
