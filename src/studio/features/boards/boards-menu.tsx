import { PanelsTopLeft } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { everything, type Find } from '#contract/find.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Button } from '../../ui/button.tsx'

const BoardsPopover = lazy(() =>
  import('./boards-popover.tsx').then((module) => ({ default: module.BoardsPopover })),
)

type BoardsMenuProps = {
  find: Find
  onFind: (find: Find, how: 'open' | 'replace') => void
  /** What a new board may begin with. */
  selection: readonly number[]
}

/** The way to the boards and to the trash. */
export function BoardsMenu({ find, onFind, selection }: BoardsMenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useShortcuts(['anywhere'], {
    goToBoards: () => setIsOpen(true),
    goToTrash: () => onFind({ ...everything, isTrash: true }, 'open'),
  })
  return (
    <>
      <Button
        ref={button}
        look="quiet"
        aria-label="Boards"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="px-2! max-md:w-10"
      >
        <PanelsTopLeft size={16} aria-hidden />
        <span className="max-md:hidden">Boards</span>
      </Button>
      <Suspense>
        {isOpen && (
          <BoardsPopover
            find={find}
            selection={selection}
            anchor={button}
            onClose={() => setIsOpen(false)}
            onGone={(next) => onFind(next, 'replace')}
            onGo={(next) => {
              setIsOpen(false)
              onFind(next, 'open')
            }}
          />
        )}
      </Suspense>
    </>
  )
}
