import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useToast } from '../../ui/use-toast.ts'
import { createJudging } from './create-judging.ts'
import { JudgingContext } from './judging.ts'

const EraseSheet = lazy(() =>
  import('./erase-sheet.tsx').then((module) => ({ default: module.EraseSheet })),
)

type Erasing = { seqs: readonly number[]; onErased: (() => void) | undefined }
type JudgingDeskProps = { children: ReactNode }

/** Lets everything inside judge, and asks before anything is lost for good. */
export function JudgingDesk({ children }: JudgingDeskProps) {
  const client = useQueryClient()
  const say = useToast()
  const [judging] = useState(() => createJudging(client, (message) => say(message)))
  const [asked, setAsked] = useState<Erasing | null>(null)
  return (
    <JudgingContext value={{ ...judging, erase: (seqs, onErased) => setAsked({ seqs, onErased }) }}>
      {children}
      <Suspense>{asked && <EraseSheet {...asked} onClose={() => setAsked(null)} />}</Suspense>
    </JudgingContext>
  )
}
