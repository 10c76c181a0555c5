import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import { followEvents } from '../api/events.ts'
import { ToastDesk } from '../ui/toast-desk.tsx'

const isWorthAnotherTry = (failures: number, error: Error) =>
  failures < 2 && error instanceof ApiError && error.isUndecided

const createClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5000, retry: isWorthAnotherTry, networkMode: 'always' },
    },
  })

type ProvidersProps = { children: ReactNode }

/** Server truth, kept fresh by the server's own events. */
export function Providers({ children }: ProvidersProps) {
  const [client] = useState(createClient)
  useEffect(() => followEvents(client), [client])
  return (
    <QueryClientProvider client={client}>
      <ToastDesk>{children}</ToastDesk>
    </QueryClientProvider>
  )
}
