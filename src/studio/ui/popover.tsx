import { Popover as Radix } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { useMediaQuery } from '../lib/use-media-query.ts'
import { Sheet } from './sheet.tsx'

type PopoverProps = {
  title: string
  /** Beside what it opens; it gets the focus back. */
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
  align?: 'start' | 'end'
  className?: string
  children: ReactNode
}

function enter(event: Event) {
  const first = (event.currentTarget as Element).querySelector<HTMLElement>('[data-first]')
  if (!first) return
  event.preventDefault()
  first.focus()
}

/** A panel beside its button at a desk, a sheet on a small screen. Focus goes to `data-first`. */
export function Popover(props: PopoverProps) {
  const { title, anchor, onClose, align = 'start', className = 'w-80', children } = props
  const isSmall = useMediaQuery('(max-width: 767px)')
  if (isSmall) {
    return (
      <Sheet title={title} isOpen onClose={onClose}>
        {children}
      </Sheet>
    )
  }
  const leave = (event: Event) => {
    event.preventDefault()
    const active = document.activeElement
    if (!active || active === document.body) anchor.current?.focus()
  }
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          aria-label={title}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={enter}
          onCloseAutoFocus={leave}
          onInteractOutside={(event) => {
            if (anchor.current?.contains(event.target as Node)) event.preventDefault()
          }}
          className={`z-40 flex max-h-(--radix-popover-content-available-height) flex-col overflow-y-auto rounded border border-line bg-panel outline-none ${className}`}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
