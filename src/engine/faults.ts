import type { FailureCode } from '#contract/generation.ts'

/** `lost`: accepted, then the connection breaks. `silent`: accepted, then no answer ever. */
type SubmitFault = 'lost' | 'silent' | { status: 429 | 502; retry_after_s?: number }
/** `state`: says this instead of the truth, for states that go backwards. */
type PollFault = { status: 429 | 502; retry_after_s?: number } | { state: string }
/** `expired`: 403 whatever the link says. `cut_at`: it ends after so many bytes. */
type DownloadFault = 'expired' | { cut_at: number }
/** `unavailable`: 503, nothing is fetched from anywhere. */
type FetchFault = 'unavailable'
/** `hang`: stays `processing` for good. `delay_ms`: waits before it renders. */
type JobFault =
  'hang' | { delay_ms: number } | { failure_code: FailureCode | (string & {}); reason?: string }

/** By number, counted from 1, or by a function of the number. */
type Plan<Fault> =
  Readonly<Record<number, Fault>> | ((nth: number) => Fault | null | undefined | void)

/**
 * What is to go wrong, for tests that pass it in; no word of a request can ask for it. Each
 * counts for itself: POSTs of a generation, GETs of a generation, downloads, jobs started, media
 * fetched from an address.
 */
export type Faults = {
  submit?: Plan<SubmitFault>
  poll?: Plan<PollFault>
  download?: Plan<DownloadFault>
  job?: Plan<JobFault>
  fetch?: Plan<FetchFault>
}

function countOff<Fault>(plan: Plan<Fault> | undefined) {
  let nth = 0
  return (): Fault | undefined => {
    nth += 1
    return (typeof plan === 'function' ? plan(nth) : plan?.[nth]) ?? undefined
  }
}

/** Tells, each time it is asked, the fault that is planned for this time. */
export function countFaults(faults: Faults = {}) {
  return {
    submit: countOff(faults.submit),
    poll: countOff(faults.poll),
    download: countOff(faults.download),
    job: countOff(faults.job),
    fetch: countOff(faults.fetch),
  }
}
export type FaultCounter = ReturnType<typeof countFaults>
