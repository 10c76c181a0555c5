import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { priceOf } from '#contract/price.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { createGeneration } from '../../api/create-generation.ts'
import { healthQuery } from '../../api/health.ts'
import { newId } from '../../lib/new-id.ts'
import { priceWords } from '../../lib/price-words.ts'
import { Reason } from '../../ui/reason.tsx'
import { examples } from './examples.ts'

type EmptyWallProps = { onTried: (request: GenerationRequest) => void }

/** Nothing yet: six ways to begin, each one press away. */
export function EmptyWall({ onTried }: EmptyWallProps) {
  const client = useQueryClient()
  const { data: health } = useQuery(healthQuery())
  const { mutate, error, isPending } = useMutation(createGeneration(client))
  const world = health?.engine
  const run = (request: GenerationRequest) => {
    if (isPending) return
    onTried(request)
    mutate({ id: newId(), request })
  }
  return (
    <div className="mx-auto grid max-w-[880px] gap-6 px-6 py-24 max-md:px-4 max-md:py-6">
      <header className="grid gap-1">
        <h2 className="text-prompt font-semibold">Nothing shot yet</h2>
        <p className="text-quiet">
          Write what you want to see, or run one of these.
          {world === 'local' &&
            ' The local engine answers: procedural, made on this machine, in seconds.'}
        </p>
      </header>
      {error && <Reason id="example-problem" tone="bad" text={error.detail} />}
      <ul
        aria-label="Examples"
        className="grid grid-cols-3 gap-1 max-lg:grid-cols-2 max-sm:grid-cols-1"
      >
        {examples.map(({ title, request }) => (
          <li key={title}>
            <button
              type="button"
              onClick={() => run(request)}
              className="flex size-full min-h-36 flex-col justify-between gap-3 rounded bg-panel p-4 text-left transition-colors hover:bg-raised max-sm:min-h-0"
            >
              <span className="grid gap-1">
                <span className="text-title font-semibold">{title}</span>
                <span className="text-quiet">{request.prompt}</span>
              </span>
              <span className="flex items-center gap-1.5 text-dense text-quiet">
                {request.type === 'video' && <Play size={10} fill="currentColor" aria-hidden />}
                {request.type === 'video' ? 'Video, 5 s' : 'Image'}
                {world === 'luma' && `, ${priceWords(priceOf(request), world)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
