import { Minus, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '../../../ui/icon-button.tsx'
import { setLimit } from './plan.ts'

type RunTimesProps = { times: number; onChange: (times: number) => void }

const isCount = (text: string) =>
  /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= setLimit

/** How often the same request is made; typed, stepped, or by the arrow keys. */
export function RunTimes({ times, onChange }: RunTimesProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-quiet">
        Run
      </label>
      <div className="flex items-center rounded border border-line bg-raised">
        <IconButton
          label="Once less"
          icon={Minus}
          aria-disabled={times <= 1}
          onClick={() => times > 1 && onChange(times - 1)}
          className="size-7 aria-disabled:opacity-40"
        />
        <input
          id={id}
          type="number"
          min={1}
          max={setLimit}
          value={typed ?? times}
          aria-label="Run, times"
          onChange={(event) => {
            const text = event.target.value
            setTyped(isCount(text) ? null : text)
            if (isCount(text)) onChange(Number(text))
          }}
          onBlur={() => setTyped(null)}
          className="h-7 w-8 [appearance:textfield] bg-transparent text-center tabular-nums max-md:h-10 [&::-webkit-inner-spin-button]:appearance-none"
        />
        <IconButton
          label="Once more"
          icon={Plus}
          aria-disabled={times >= setLimit}
          onClick={() => times < setLimit && onChange(times + 1)}
          className="size-7 aria-disabled:opacity-40"
        />
      </div>
      <span aria-hidden className="text-quiet">
        {times === 1 ? 'time' : 'times'}
      </span>
    </div>
  )
}
