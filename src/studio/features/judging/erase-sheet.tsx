import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { selectionLimit } from '#contract/marks.ts'
import type { ApiError } from '../../api/api-error.ts'
import { eraseForGood } from '../../api/trash.ts'
import { rereadWall } from '../../api/wall.ts'
import { countOf } from '../../lib/count-of.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/use-toast.ts'

type EraseSheetProps = {
  seqs: readonly number[]
  onErased: (() => void) | undefined
  onClose: () => void
}

async function eraseAll(seqs: readonly number[]) {
  let erased = 0
  for (let at = 0; at < seqs.length; at += selectionLimit) {
    erased += (await eraseForGood(seqs.slice(at, at + selectionLimit))).changed
  }
  return erased
}

/** Originals go for good only after two yeses, on two different buttons. */
export function EraseSheet({ seqs, onErased, onClose }: EraseSheetProps) {
  const client = useQueryClient()
  const say = useToast()
  const [isSure, setIsSure] = useState(false)
  const erase = useMutation<number, ApiError>({
    mutationFn: () => eraseAll(seqs),
    networkMode: 'always',
    onSuccess: (erased) => {
      say({ text: `${countOf(erased, 'generation')} erased` })
      onErased?.()
      onClose()
    },
    onSettled: () => {
      rereadWall(client)
      void client.invalidateQueries({ queryKey: ['generation'] })
    },
  })
  const many = countOf(seqs.length, 'generation')
  const files = knownFiles(client.getQueriesData<Generation>({ queryKey: ['generation'] }), seqs)
  return (
    <Sheet title={`Erase ${many}?`} isOpen onClose={onClose}>
      <div className="grid gap-4">
        <p>
          The originals{files && ` (${countOf(files.count, 'file')}, ${formatBytes(files.bytes)})`}{' '}
          are deleted from this machine for good. Luma does not keep them, and nothing can bring
          them back. Their words leave the prompt history too. Files and words that other
          generations use stay, and what they cost stays in the usage.
        </p>
        {isSure && (
          <p role="alert" className="font-semibold">
            Once more: {many} will be gone. Really erase?
          </p>
        )}
        {erase.error && <Reason id="erase-problem" tone="bad" text={erase.error.detail} />}
        <div className="flex flex-wrap gap-2">
          <Button data-first onClick={onClose}>
            Keep {seqs.length === 1 ? 'it' : 'them'}
          </Button>
          <span className="flex-1" />
          {isSure ? (
            <Button
              onClick={() => !erase.isPending && erase.mutate()}
              aria-busy={erase.isPending}
              className="border-bad! text-bad!"
            >
              {erase.isPending ? 'Erasing…' : `Yes, erase ${many} for good`}
            </Button>
          ) : (
            <Button onClick={() => setIsSure(true)}>Erase…</Button>
          )}
        </div>
      </div>
    </Sheet>
  )
}

type Known = readonly (readonly [unknown, Generation | undefined])[]

/** How much it is, where this page knows all of them. */
function knownFiles(known: Known, seqs: readonly number[]) {
  const wanted = new Set(seqs)
  const records = known.flatMap(([, record]) => (record && wanted.has(record.seq) ? [record] : []))
  if (records.length < wanted.size) return null
  const outputs = records.flatMap((record) => record.outputs)
  return { count: outputs.length, bytes: outputs.reduce((sum, { bytes }) => sum + bytes, 0) }
}
