import { useQuery } from '@tanstack/react-query'
import { familyQuery } from '../../api/family.ts'
import { Reason } from '../../ui/reason.tsx'
import { FamilyView } from './family-view.tsx'

type LineageTreeProps = {
  id: string
  onGo: (id: string) => void
  onClose: () => void
}

/** The whole family of one, laid over the wall. */
export function LineageTree({ id, onGo, onClose }: LineageTreeProps) {
  const { data, error } = useQuery(familyQuery(id))
  if (data) return <FamilyView family={data} id={id} onGo={onGo} onClose={onClose} />
  return (
    <section aria-label="Family" className="h-full bg-page p-8">
      {error && <Reason id="family-problem" tone="bad" text={error.message} />}
    </section>
  )
}
