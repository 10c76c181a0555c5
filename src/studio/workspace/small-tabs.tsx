import { Images, ListOrdered, PenLine } from 'lucide-react'
import type { Address } from './address.ts'

type SmallTabsProps = {
  panel: Address['panel']
  running: number
  onPanel: (panel: Address['panel']) => void
}

const tabs = [
  { panel: 'compose', label: 'Compose', icon: PenLine },
  { panel: 'wall', label: 'Wall', icon: Images },
  { panel: 'queue', label: 'Queue', icon: ListOrdered },
] as const

/** One room at a time, where there is no space for two. */
export function SmallTabs({ panel, running, onPanel }: SmallTabsProps) {
  return (
    <nav
      aria-label="Rooms"
      className="grid shrink-0 grid-cols-3 border-t bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {tabs.map(({ panel: each, label, icon: Icon }) => (
        <button
          key={each}
          type="button"
          aria-current={each === panel ? 'page' : undefined}
          onClick={() => onPanel(each)}
          className={`flex h-14 flex-col items-center justify-center gap-0.5 text-dense ${each === panel ? 'text-accent' : 'text-quiet'}`}
        >
          <Icon size={20} aria-hidden />
          <span>
            {label}
            {each === 'queue' && running > 0 && `, ${running} running`}
          </span>
        </button>
      ))}
    </nav>
  )
}
