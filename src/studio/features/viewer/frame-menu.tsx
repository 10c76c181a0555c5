import { ImagePlus } from 'lucide-react'
import type { Act } from '../../lib/act.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** The exact frame on show, taken as a picture to go on from. */
export const FrameMenu = ({ acts }: { acts: readonly Act[] }) => (
  <Menu items={acts}>
    <IconButton label="Use this frame" icon={ImagePlus} />
  </Menu>
)
