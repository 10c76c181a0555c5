import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import { familyQuery } from '../../api/family.ts'
import { keyNames } from '../../lib/key-names.ts'
import { shortcuts } from '../../lib/shortcuts.ts'
import { startOf } from '../../lib/start-of.ts'
import { KeyCaps } from '../../ui/key-caps.tsx'
import { memberName } from './member-words.ts'
import { MemberStill } from './member-still.tsx'
import { type Relative, relativesOf } from './relatives-of.ts'
import { stepWords } from './step-words.ts'

type LineageStripProps = {
  id: string
  onGo: (id: string) => void
  /** Opens the whole family. */
  onTree: () => void
}

/** Whom it comes from, and what came of it; nothing where it stands alone. */
export function LineageStrip({ id, onGo, onTree }: LineageStripProps) {
  const { data } = useQuery(familyQuery(id))
  const near = data && relativesOf(data, id)
  if (!data || !near || data.members.length < 2) return null
  const { self, parents, children } = near
  const count = `${data.members.length}${data.cut ? '+' : ''}`
  return (
    <section aria-label="Lineage" className="grid gap-2 p-4">
      <div className="flex h-6 items-center justify-between">
        <h3 className="text-dense font-semibold">Lineage</h3>
        <button
          type="button"
          onClick={onTree}
          className="flex items-center gap-2 rounded-sm text-dense underline underline-offset-2"
        >
          Family of {count}
          <span aria-hidden>
            <KeyCaps keys={keyNames(shortcuts.lineage.keys[0])} />
          </span>
        </button>
      </div>
      <div className="-m-1 flex items-start gap-2 overflow-x-auto p-1 [scrollbar-width:thin]">
        <Relatives label="Comes from" relatives={parents} onGo={onGo} />
        {parents.length > 0 && <Arrow />}
        <figure className="grid w-16 shrink-0 gap-1 text-center">
          <span className="block h-12 rounded outline-2 outline-offset-1 outline-accent">
            <MemberStill member={self} />
          </span>
          <figcaption className="text-mark text-quiet">This</figcaption>
        </figure>
        {children.length > 0 && <Arrow />}
        <Relatives label="Became" relatives={children} onGo={onGo} />
      </div>
    </section>
  )
}

const Arrow = () => (
  <span aria-hidden className="flex h-12 shrink-0 items-center text-quiet">
    <ArrowRight size={14} />
  </span>
)

type RelativesProps = { label: string; relatives: readonly Relative[]; onGo: (id: string) => void }

function Relatives({ label, relatives, onGo }: RelativesProps) {
  if (!relatives.length) return null
  return (
    <ul aria-label={label} className="flex shrink-0 gap-2">
      {relatives.map(({ member, links }) => (
        <li key={member.seq} className="w-16">
          <button
            type="button"
            aria-label={`${stepWords(links)}: ${memberName(member)}`}
            title={startOf(member.words)}
            onClick={() => onGo(member.id)}
            className="grid w-full gap-1 rounded-sm text-center text-quiet hover:text-ink"
          >
            <span className="block h-12">
              <MemberStill member={member} />
            </span>
            <span className="line-clamp-2 text-mark">{stepWords(links)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
