import { type ReactNode, useState } from 'react'
import { Toast, type ToastMessage } from './toast.tsx'
import { ToastContext } from './use-toast.ts'

type ToastDeskProps = { children: ReactNode }

/** Where what was just done is told: one at a time, the newest in place of the last. */
export function ToastDesk({ children }: ToastDeskProps) {
  const [current, setCurrent] = useState<{ id: number; message: ToastMessage } | null>(null)
  const say = (message: ToastMessage) =>
    setCurrent((last) => ({ id: (last?.id ?? 0) + 1, message }))
  const end = (id: number) => setCurrent((last) => (last?.id === id ? null : last))
  return (
    <ToastContext value={say}>
      {children}
      <output className="pointer-events-none fixed inset-x-4 bottom-20 z-40 flex justify-center *:pointer-events-auto">
        {current && <Toast key={current.id} {...current.message} onEnd={() => end(current.id)} />}
      </output>
    </ToastContext>
  )
}
