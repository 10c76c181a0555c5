import { ImageOff, Link } from 'lucide-react'
import type { ComponentProps } from 'react'
import { heldWords } from './held-media.tsx'
import type { MediaLook } from './media-look.ts'
import { ordinalName } from './ordinal-words.ts'

type ReferenceThumbProps = ComponentProps<'button'> & {
  index: number
  look: MediaLook
  isChosen: boolean
}

/** One reference with its number, as a button that chooses it. */
export function ReferenceThumb({ index, look, isChosen, ...rest }: ReferenceThumbProps) {
  const { ref, facts, still } = look
  const Icon = 'url' in ref ? Link : ImageOff
  return (
    <button
      type="button"
      aria-label={`${ordinalName(index)}: ${heldWords(look)}`}
      aria-pressed={isChosen}
      className={`relative block aspect-square w-full touch-pan-y overflow-hidden rounded-sm border bg-page select-none ${isChosen ? 'border-accent' : facts === null ? 'border-bad' : 'border-line'}`}
      {...rest}
    >
      {still ? (
        <img src={still} alt="" draggable={false} className="size-full object-contain" />
      ) : (
        <span className="flex size-full items-center justify-center text-quiet">
          {(facts === null || 'url' in ref) && <Icon size={16} aria-hidden />}
        </span>
      )}
      <span
        aria-hidden
        className="absolute top-1 left-1 min-w-4 rounded-sm bg-black/70 px-1 text-center text-mark text-white tabular-nums"
      >
        {index + 1}
      </span>
    </button>
  )
}
