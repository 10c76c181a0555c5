import { keyNames } from '../../lib/key-names.ts'
import { KeyCaps } from '../../ui/key-caps.tsx'

type RectangleKeysHintProps = { id: string }

const rows = [
  { keys: ['ArrowLeft', 'ArrowRight'], does: 'by 1 px' },
  { keys: ['shift'], does: 'by 10 px' },
  { keys: ['Alt', 'ArrowRight'], does: 'resize' },
  { keys: ['+', '−'], does: 'scale' },
]

const capOf = (key: string) => (key === '+' ? key : keyNames(key).join(' '))

/** The keys of the rectangle, seen beside it and read out with it. */
export function RectangleKeysHint({ id }: RectangleKeysHintProps) {
  return (
    <>
      <p id={id} className="sr-only">
        Arrow keys move it by one pixel of the picture, with Shift by ten. Alt and arrow keys move
        its right and lower edges. Plus and minus scale it. Two fingers move and scale it.
      </p>
      <div
        aria-hidden
        className="mt-auto flex flex-wrap gap-x-3 gap-y-1 text-mark text-quiet max-md:hidden pointer-coarse:hidden"
      >
        {rows.map(({ keys, does }) => (
          <span key={does} className="flex items-center gap-1 whitespace-nowrap">
            <KeyCaps keys={keys.map(capOf)} />
            {does}
          </span>
        ))}
      </div>
    </>
  )
}
