import type { ComponentProps, RefObject } from 'react'
import { Popover } from '../../ui/popover.tsx'
import { BoardsPanel } from './boards-panel.tsx'

type BoardsPopoverProps = ComponentProps<typeof BoardsPanel> & {
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

export function BoardsPopover({ anchor, onClose, ...panel }: BoardsPopoverProps) {
  return (
    <Popover title="Boards" anchor={anchor} onClose={onClose}>
      <BoardsPanel {...panel} />
    </Popover>
  )
}
