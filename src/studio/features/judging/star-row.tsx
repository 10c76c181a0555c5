import { Star } from 'lucide-react'
import { useId } from 'react'
import { countOf } from '../../lib/count-of.ts'

type StarRowProps = { stars: number; onStars: (stars: number) => void }

/** None to five, as native radio buttons; a press on the star that was given takes it away. */
export function StarRow({ stars, onStars }: StarRowProps) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label="Stars" className="flex items-center">
      {[0, 1, 2, 3, 4, 5].map((value) => (
        <label
          key={value}
          title={value ? countOf(value, 'star') : 'No stars'}
          className="relative flex size-8 items-center justify-center rounded hover:bg-raised has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent max-md:size-10"
        >
          <input
            type="radio"
            name={name}
            checked={value === stars}
            onChange={() => onStars(value)}
            onClick={() => value > 0 && value === stars && onStars(0)}
            aria-label={value ? countOf(value, 'star') : 'No stars'}
            className="absolute inset-0 appearance-none opacity-0"
          />
          {value === 0 ? (
            <span aria-hidden className={`text-dense ${stars ? 'text-quiet' : 'text-ink'}`}>
              0
            </span>
          ) : (
            <Star
              size={16}
              aria-hidden
              fill={value <= stars ? 'currentColor' : 'none'}
              className={value <= stars ? 'text-ink' : 'text-quiet'}
            />
          )}
        </label>
      ))}
    </div>
  )
}
