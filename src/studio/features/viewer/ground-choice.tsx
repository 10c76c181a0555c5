import { type Ground, groundColour, groundName, grounds } from './ground.ts'

type GroundChoiceProps = { ground: Ground; onGround: (ground: Ground) => void }

/** What stands behind the picture. */
export function GroundChoice({ ground, onGround }: GroundChoiceProps) {
  return (
    <div role="radiogroup" aria-label="Background" className="flex items-center">
      {grounds.map((each) => (
        <label
          key={each}
          title={groundName[each]}
          className="relative flex size-8 items-center justify-center rounded has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:size-10"
        >
          <input
            type="radio"
            name="ground"
            aria-label={groundName[each]}
            checked={each === ground}
            onChange={() => onGround(each)}
            className="absolute inset-0 appearance-none opacity-0"
          />
          <span
            className={`size-4 rounded-full border ${each === ground ? 'border-edge outline-2 outline-offset-2 outline-accent' : 'border-edge'}`}
            style={{ background: groundColour[each] }}
          />
        </label>
      ))}
    </div>
  )
}
