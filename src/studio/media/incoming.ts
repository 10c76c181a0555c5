import type { Verdict } from './check-file.ts'

type ScaleOffer = Extract<Verdict, { is: 'scale' }>

export type IncomingStep =
  | { is: 'checking' }
  | { is: 'offered'; offer: ScaleOffer }
  | { is: 'scaling'; offer: ScaleOffer }
  /** Behind another one. */
  | { is: 'waiting' }
  /** At 1 the server still measures it. */
  | { is: 'uploading'; fraction: number }
  | { is: 'failed'; reason: string; retry: 'send' | null }

/** A file that has not arrived yet. */
export type Incoming = { id: string; name: string; step: IncomingStep }

export const withStep = (list: readonly Incoming[], id: string, step: IncomingStep) =>
  list.map((one) => (one.id === id ? { ...one, step } : one))

export const withoutIncoming = (list: readonly Incoming[], id: string) =>
  list.filter((one) => one.id !== id)

/** What is happening to a file, in words that change only when something does. */
export function incomingWords({ name, step }: Incoming): string {
  switch (step.is) {
    case 'checking':
      return `Checking ${name}`
    case 'offered':
      return step.offer.reason
    case 'scaling':
      return `Scaling ${name}`
    case 'waiting':
      return `${name} is next`
    case 'uploading':
      return step.fraction < 1 ? `Uploading ${name}` : `Measuring ${name}`
    case 'failed':
      return step.reason
  }
}
