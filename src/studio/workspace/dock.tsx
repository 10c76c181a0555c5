import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { IconButton } from '../ui/icon-button.tsx'

type DockProps = {
  /** Where it is put: below the wall, or over everything where there is no room. */
  host: HTMLElement | null
  title: string
  /** Beside the title. */
  acts?: ReactNode
  /** Takes most of the height. */
  isTall?: boolean
  onClose: () => void
  children: ReactNode
}

/** A wide bench under the wall, for what the narrow column is too small for. */
export function Dock({ host, title, acts, isTall, onClose, children }: DockProps) {
  if (!host) return null
  return createPortal(
    <section
      aria-label={title}
      data-dock
      className={`flex flex-col border-t bg-panel max-md:h-dvh ${isTall ? 'h-[clamp(420px,64dvh,760px)]' : 'h-[clamp(320px,44dvh,480px)]'}`}
    >
      <header className="flex h-10 shrink-0 items-center gap-4 border-b pr-1 pl-4 max-md:h-12">
        <h2 className="font-semibold">{title}</h2>
        <div className="flex min-w-0 flex-1">{acts}</div>
        <IconButton label={`Close ${title.toLowerCase()}`} icon={X} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1">{children}</div>
    </section>,
    host,
  )
}
