import { queryOptions } from '@tanstack/react-query'
import { type Signal, signalSeen } from '#contract/signal.ts'
import { ask } from './client.ts'

export type SignalView = {
  sha256: string
  signal: Signal
  frame: number
  /** `blur=0.35`, or nothing for the usual amount. */
  amount: string
}

const pathOf = ({ sha256, signal, frame }: SignalView) =>
  `/media/${sha256}/signals/${signal}/${frame}`
const withAmount = (path: string, { amount }: SignalView) => (amount ? `${path}?${amount}` : path)

/** The picture of what a signal sees; it is drawn once its words have been asked for. */
const signalPicture = (view: SignalView) => withAmount(pathOf(view), view)

/** Has the server look for a signal in a frame: minutes may pass with a clip it does not know yet. */
export const signalQuery = (view: SignalView) =>
  queryOptions({
    queryKey: ['signal', view],
    queryFn: async ({ signal }) => ({
      ...(await ask(withAmount(`${pathOf(view)}/seen`, view), signalSeen, { signal })),
      view,
      picture: signalPicture(view),
    }),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  })
