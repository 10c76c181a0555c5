import { keyNames } from '../lib/key-names.ts'
import { type Scope, shortcuts } from '../lib/shortcuts.ts'
import { KeyCaps } from '../ui/key-caps.tsx'
import { Sheet } from '../ui/sheet.tsx'

type ShortcutSheetProps = { isOpen: boolean; onClose: () => void }

const scopes: readonly { scope: Scope; title: string }[] = [
  { scope: 'anywhere', title: 'Anywhere' },
  { scope: 'item', title: 'On the chosen or open item' },
  { scope: 'wall', title: 'On the wall' },
  { scope: 'detail', title: 'On an open item' },
  { scope: 'clip', title: 'On a clip' },
  { scope: 'timeline', title: 'On the timeline' },
]

/** The table of keys, as it is. */
export function ShortcutSheet({ isOpen, onClose }: ShortcutSheetProps) {
  return (
    <Sheet title="Keys" isOpen={isOpen} onClose={onClose}>
      <div className="columns-2 gap-8 max-sm:columns-1">
        {scopes.map(({ scope, title }) => (
          <section key={scope} className="mb-6 break-inside-avoid">
            <h3 className="mb-2 text-dense text-quiet">{title}</h3>
            <dl className="grid gap-1">
              {Object.entries(shortcuts)
                .filter(([, shortcut]) => shortcut.scope === scope)
                .map(([name, { keys, does }]) => (
                  <div key={name} className="flex h-7 items-center justify-between gap-4">
                    <dt>{does}</dt>
                    <dd>
                      <KeyCaps keys={keyNames(keys[0])} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  )
}
