import type { RateLimit } from '../upstream/rate-limit.ts'

/** Until when nothing is sent, milliseconds since 1970, and why. */
export type Gate = { at: number; why: string }

type Minute = RateLimit & { seenAt: number }
type Places = {
  limit: number
  seenAt: number
  /** When one more than the limit is tried. */
  probeAt: number
  patienceMs: number
  /** Refusals one after the other that were not expected. */
  surprises: number
}

export type Limits = ReturnType<typeof createLimits>

const longestPatienceMs = 10 * 60_000
/** As long as jobs end and others go, more than the learnt number is not tried before. */
const longestFlowMs = 2 * 60_000
/** Between two that were taken above the learnt number. */
const growMs = 15_000

const isOfPlaces = (detail: string) => /concurrent/i.test(detail)

/**
 * What the upstream takes, as its answers teach it: submissions in a minute by its headers, jobs at
 * once by its refusals. `active` is how many jobs of ours it had, as far as anybody has looked.
 * Above the learnt number one more is tried when nothing goes for a while, each time twice as long,
 * and soon after one that was taken.
 */
export function createLimits(now: () => number) {
  let minute: Minute | null = null
  let places: Places | null = null
  let pause: Gate | null = null

  /** An answer without headers took a place of the minute too, for all that is known. */
  function told(rate?: RateLimit) {
    if (rate) minute = { ...rate, seenAt: now() }
    else if (minute) minute = { ...minute, remaining: Math.max(0, minute.remaining - 1) }
  }

  function learn(active: number, waitMs: number) {
    const isProbe = places !== null && active >= places.limit
    const twice = isProbe ? (places?.patienceMs ?? 0) * 2 : 0
    const patienceMs = Math.max(waitMs, Math.min(longestPatienceMs, twice))
    // Some of `active` had ended and nobody had looked yet, so the second guess is more careful.
    const surprises = places && !isProbe ? places.surprises + 1 : 0
    const limit = Math.max(1, Math.min(active - surprises, places?.limit ?? active))
    places = { limit, seenAt: now(), probeAt: now() + patienceMs, patienceMs, surprises }
  }

  function gates(active: number): Gate[] {
    const found: Gate[] = []
    if (pause) found.push(pause)
    if (minute?.remaining === 0) {
      const why = `The limit of ${minute.limit} submissions in a minute is reached.`
      found.push({ at: minute.resetsAt, why })
    }
    if (places && active >= places.limit) {
      const why = `No more than ${places.limit} jobs at once: the next goes when one has ended.`
      found.push({ at: places.probeAt, why })
    }
    return found.filter(({ at }) => at > now())
  }

  return {
    /** `active` with the one that was taken. */
    accepted(active: number, rate?: RateLimit) {
      told(rate)
      if (!places) return
      const { limit, seenAt, probeAt, patienceMs } = places
      if (active > limit) {
        places = {
          limit: limit + 1,
          seenAt: now(),
          probeAt: now() + growMs,
          patienceMs: 0,
          surprises: 0,
        }
      } else {
        const later = Math.min(now() + patienceMs, seenAt + longestFlowMs)
        places = { ...places, surprises: 0, probeAt: Math.max(probeAt, later) }
      }
    },

    /** Answered without a job, for another reason than a limit, or not answered. */
    told,

    /** HTTP 429. Gives until when to wait at the most. */
    refused(said: { detail: string; waitMs: number; active: number; rate?: RateLimit }): number {
      const { detail, waitMs, active, rate } = said
      told(rate)
      if (isOfPlaces(detail) && active > 0) {
        learn(active, waitMs)
        return places?.probeAt ?? now()
      }
      pause = { at: now() + waitMs, why: detail }
      return pause.at
    },

    /** Nothing is sent for a while. Gives until when. */
    wait(ms: number, why: string): number {
      pause = { at: now() + ms, why }
      return pause.at
    },

    /** What the next one waits for; `null` when it may go. */
    gate(active: number): Gate | null {
      return gates(active).reduce<Gate | null>(
        (last, each) => (last && last.at >= each.at ? last : each),
        null,
      )
    },

    /** A person does not want to wait: the next one is tried at once. */
    lift() {
      pause = null
      if (minute) minute = { ...minute, resetsAt: now() }
      if (places) places = { ...places, probeAt: now() }
    },

    seen: () => ({ minute, places }),
  }
}
