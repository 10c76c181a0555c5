import { ImagePlus } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** What the frame on show can be taken for. */
export type FrameWay = { name: string; label: string }
/** Rejects with an error in words. */
export type TakeFrame = (sha256: string, frame: number, way: string) => Promise<void>

type FrameMenuProps = { ways: readonly FrameWay[]; onTake: (way: string) => Promise<void> }

/** The exact frame on show, taken as a picture to go on from. */
export function FrameMenu({ ways, onTake }: FrameMenuProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = (way: string) => {
    setProblem(null)
    onTake(way).catch((error: Error) => setProblem(error.message))
  }
  return (
    <>
      {problem && (
        <p role="alert" className="text-dense text-bad">
          {problem}
        </p>
      )}
      <Menu items={ways.map(({ name, label }) => ({ name, label, run: () => take(name) }))}>
        <IconButton label="Use this frame" icon={ImagePlus} />
      </Menu>
    </>
  )
}
