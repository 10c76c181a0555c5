import { DropdownMenu } from 'radix-ui'
import { useEffect, useState } from 'react'
import { type Act } from '../../lib/act.ts'
import { keyNames } from '../../lib/key-names.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { KeyCaps } from '../../ui/key-caps.tsx'

type TileMenuProps = {
  /** Where it opens, CSS pixels of the window. */
  x: number
  y: number
  /** How many it is about. */
  count: number
  load: () => Promise<readonly Act[]>
  onClose: () => void
}

const row =
  'flex min-h-8 cursor-default items-center justify-between gap-6 rounded-sm px-2 py-1 outline-none data-disabled:text-quiet data-highlighted:bg-lifted max-md:min-h-10'
const card =
  'z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-52 overflow-y-auto rounded border border-line bg-raised p-1'

/** What can be done with a tile, or with all that are chosen; looked up when it opens. */
export function TileMenu({ x, y, count, load, onClose }: TileMenuProps) {
  const [acts, setActs] = useState<readonly Act[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    load().then(
      (found) => !isGone && setActs(found),
      (error: Error) => !isGone && setProblem(error.message),
    )
    return () => {
      isGone = true
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each opening
  }, [])
  const folds = [...new Set(acts?.flatMap(({ under }) => under ?? []))]
  const rows = (fold: string | undefined) =>
    acts?.filter(({ under }) => under === fold).map((act) => <ActItem key={act.label} act={act} />)
  return (
    <DropdownMenu.Root open onOpenChange={(isOpen) => !isOpen && onClose()} modal={false}>
      <DropdownMenu.Trigger asChild>
        <span className="fixed size-0" style={{ left: x, top: y }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={count > 1 ? `${count} selected` : 'This one'}
          align="start"
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={card}
        >
          {count > 1 && (
            <DropdownMenu.Label className="px-2 py-1 text-dense text-quiet">
              {count} selected
            </DropdownMenu.Label>
          )}
          {!acts && (
            <DropdownMenu.Label className="px-2 py-1 text-quiet">
              {problem ?? 'Being looked up'}
            </DropdownMenu.Label>
          )}
          {rows(undefined)}
          {folds.map((fold) => (
            <DropdownMenu.Sub key={fold}>
              <DropdownMenu.SubTrigger className={row}>{fold}</DropdownMenu.SubTrigger>
              <DropdownMenu.Portal>
                <DropdownMenu.SubContent className={card}>{rows(fold)}</DropdownMenu.SubContent>
              </DropdownMenu.Portal>
            </DropdownMenu.Sub>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function ActItem({ act: { name, label, note, unavailable, run } }: { act: Act }) {
  const said = unavailable ?? note
  return (
    <DropdownMenu.Item disabled={unavailable !== undefined} onSelect={run} className={row}>
      <span className="grid">
        {label}
        {said && <span className="text-dense text-quiet">{said}</span>}
      </span>
      <span aria-hidden className="max-md:hidden">
        <KeyCaps keys={keyNames(shortcuts[name].keys[0])} />
      </span>
    </DropdownMenu.Item>
  )
}
