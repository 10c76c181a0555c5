import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from './icon-button.tsx'

export type ToastMessage = {
  text: string
  tone?: 'bad'
  /** One thing that can be done about it. */
  act?: { label: string; run: () => void }
}

type ToastProps = ToastMessage & { onEnd: () => void; showForMs?: number }

/** What was just done, for a while; it stays as long as it is pointed at or focused. */
export function Toast({ text, tone, act, onEnd, showForMs = 8000 }: ToastProps) {
  const [isKept, setIsKept] = useState(false)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    if (isKept) return
    const timer = setTimeout(() => end(), showForMs)
    return () => clearTimeout(timer)
  }, [isKept, showForMs])
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it waits while it is read
    <div
      onPointerEnter={() => setIsKept(true)}
      onPointerLeave={() => setIsKept(false)}
      onFocus={() => setIsKept(true)}
      onBlur={() => setIsKept(false)}
      className="flex max-w-full items-center gap-2 rounded border border-edge bg-lifted py-1 pr-1 pl-4"
    >
      <span className={`min-w-0 py-1 ${tone === 'bad' ? 'text-bad' : ''}`}>{text}</span>
      {act && (
        <button
          type="button"
          onClick={() => {
            act.run()
            onEnd()
          }}
          className="h-8 shrink-0 rounded px-2 font-semibold text-accent hover:bg-raised max-md:h-10"
        >
          {act.label}
        </button>
      )}
      <IconButton label="Dismiss" icon={X} onClick={onEnd} />
    </div>
  )
}
