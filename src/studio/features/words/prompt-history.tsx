import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react'
import { promptLimits } from '#contract/prompt.ts'
import { promptsQuery } from '../../api/prompts.ts'
import { Button } from '../../ui/button.tsx'
import { LiveRegion } from '../../ui/live-region.tsx'
import { Reason } from '../../ui/reason.tsx'
import { nextOf } from './next-of.ts'
import { PastPromptButton } from './past-prompt-button.tsx'

type PromptHistoryProps = { onTake: (prompt: string) => void }

/** What was submitted before, to be found by its words and taken again. */
export function PromptHistory({ onTake }: PromptHistoryProps) {
  const client = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const { data, error, refetch } = useQuery(promptsQuery(asked, promptLimits.most))

  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
  const move = (event: KeyboardEvent) => {
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const next = nextOf(event.key, at, all.length)
    if (next === null) return
    event.preventDefault()
    if (next < 0) field.current?.focus()
    else all[next]?.focus()
  }
  const takeFirst = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const typed = promptsQuery(search.trim(), promptLimits.most)
    void client.ensureQueryData(typed).then(
      ([first]) => first && onTake(first.prompt),
      () => undefined,
    )
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows of what is inside
    <div onKeyDown={move} className="grid min-h-[min(480px,60dvh)] grid-cols-1 content-start gap-3">
      <input
        ref={field}
        type="search"
        aria-label="Search prompts"
        placeholder="Search by the beginnings of words"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the sheet was opened to search
        autoFocus
        className="h-8 rounded border border-line bg-raised px-3 placeholder:text-quiet max-md:h-10"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={takeFirst}
      />
      <LiveRegion message={data ? `${data.length} prompts` : ''} />
      {error && (
        <div role="alert" className="flex items-start justify-between gap-3">
          <Reason id="history-problem" tone="bad" text={error.message} />
          <Button onClick={() => void refetch()}>Try again</Button>
        </div>
      )}
      {data?.length === 0 && (
        <div className="flex items-center justify-between gap-3 text-quiet">
          {asked ? `No prompt has “${asked}”.` : 'What you generate will be listed here.'}
          {asked && (
            <Button
              onClick={() => {
                setSearch('')
                field.current?.focus()
              }}
            >
              Show all
            </Button>
          )}
        </div>
      )}
      <ul ref={list} aria-label="Prompts" className="-mx-2 grid grid-cols-1 gap-0.5">
        {data?.map((past, index) => (
          <li key={past.prompt}>
            <PastPromptButton past={past} isTabStop={index === 0} onTake={onTake} />
          </li>
        ))}
      </ul>
    </div>
  )
}
