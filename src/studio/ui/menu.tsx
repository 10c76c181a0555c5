import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

type MenuItem = {
  name: string
  label: string
  /** Why it cannot be chosen now. */
  unavailable?: string | undefined
  run: () => void
}

type MenuProps = {
  items: readonly MenuItem[]
  /** What opens it. */
  children: ReactNode
}

/** A short list of acts behind one button; arrows move, Enter acts, Esc closes. */
export function Menu({ items, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-72 min-w-44 overflow-y-auto rounded border border-line bg-raised p-1"
        >
          {items.map(({ name, label, unavailable, run }) => (
            <DropdownMenu.Item
              key={name}
              disabled={unavailable !== undefined}
              onSelect={run}
              className="flex min-h-8 cursor-default flex-col justify-center rounded-sm px-2 py-1 outline-none data-disabled:text-quiet data-highlighted:bg-lifted max-md:min-h-10"
            >
              {label}
              {unavailable && <span className="text-dense text-quiet">{unavailable}</span>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
