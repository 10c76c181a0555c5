import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  label: string
  icon: LucideIcon
  /** For a switch: whether it is on. */
  isOn?: boolean
}

/** An act as a drawing; its name is spoken and shown on hover. */
export function IconButton({ label, icon: Icon, isOn, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      className={`inline-flex size-8 shrink-0 items-center justify-center rounded transition-colors hover:bg-raised disabled:opacity-40 max-md:size-10 ${isOn ? 'text-accent' : 'text-quiet hover:text-ink'} ${className}`}
      {...rest}
    >
      <Icon size={16} aria-hidden />
    </button>
  )
}
