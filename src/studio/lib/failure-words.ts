import { refusalWords } from './refusal-words.ts'

/** Whether the same request may be sent once more: as it is, after a while, after funds, or never. */
export type Retry = 'yes' | 'later' | 'after_funds' | 'no'

type Failure = {
  state: string
  world: string
  failure_code: string | null
  failure_reason: string | null
}

export type FailureWords = {
  /** What became of it. */
  says: string
  /** What a person can do about it. */
  next: string
  /** What the upstream said itself, where that tells more. */
  told: string | null
  retry: Retry
  /** Sending it once more may cost a second time. */
  mayBillTwice: boolean
  /** What the button says that sends it once more; `null` where one press is not enough. */
  again: string | null
  tone: 'quiet' | 'warn' | 'bad'
}

type Line = { says: string; next: string; retry: Retry; tone?: FailureWords['tone'] }

const lines: Record<string, Line> = {
  content_moderated: {
    says: 'The content check stopped it.',
    next: 'Change the words, or the pictures that go with them.',
    retry: 'no',
  },
  generation_failed: {
    says: 'It broke while it was made.',
    next: 'That passes: try it again as it is.',
    retry: 'yes',
  },
  budget_exhausted: {
    says: 'The account at Luma has no credits left.',
    next: 'Add funds at Luma, then try again.',
    retry: 'after_funds',
  },
  output_not_found: {
    says: 'It was made, but its file is not there any more.',
    next: 'Try it again as it is.',
    retry: 'yes',
  },
  image_too_large: {
    says: 'A picture or clip that goes with it is too large.',
    next: 'Take a smaller one: up to 50 MB.',
    retry: 'no',
  },
  unsupported_format: {
    says: 'A file that goes with it has a format that is not taken.',
    next: 'Convert it: pictures to PNG or JPEG, clips to MP4.',
    retry: 'no',
  },
  corrupt_input: {
    says: 'A file that goes with it cannot be read.',
    next: 'Put another file in its place.',
    retry: 'no',
  },
  invalid_request: {
    says: 'The request was refused.',
    next: 'Change what is named here and go again.',
    retry: 'no',
  },
  rate_limited: {
    says: 'Too much was sent at once.',
    next: 'Wait a minute, then try again.',
    retry: 'later',
  },
  withdrawn: {
    says: 'Taken back before it was sent, so nothing was billed.',
    next: 'Its words and settings are kept here.',
    retry: 'yes',
    tone: 'quiet',
  },
  cancelled: {
    says: 'Cancelled before it was done.',
    next: 'Its words and settings are kept here.',
    retry: 'yes',
    tone: 'quiet',
  },
}

const lost = (world: string): FailureWords => ({
  says:
    world === 'luma'
      ? 'No answer came after it was sent. It may have been billed.'
      : 'No answer came after it was sent. Nothing was billed: this machine is free.',
  next: 'It is not sent again by itself.',
  told: null,
  retry: 'no',
  mayBillTwice: world === 'luma',
  again: null,
  tone: 'warn',
})

function againWords(retry: Retry, isTwice: boolean, isQuiet: boolean): string | null {
  if (retry === 'no') return null
  if (isQuiet) return 'Send it after all'
  return isTwice ? 'Try again, billed again' : 'Try again'
}

const isMadeAlready = (code: string | null) => code === 'output_not_found'

/** A failure in a person's words, with the next step. Codes that nobody knows are told as they are. */
export function failureWords(failure: Failure): FailureWords {
  const { state, world, failure_code: code, failure_reason: reason } = failure
  if (state === 'unknown') return lost(world)
  const line = lines[code ?? '']
  const refusal = refusalWords(reason)
  const { says, next, retry } = refusal ??
    line ?? {
      says: code
        ? `It failed: ${code}.`
        : reason
          ? 'It failed.'
          : 'It failed, and no reason was given.',
      next: 'Change the words or the settings and go again.',
      retry: 'no' as const,
    }
  const isTwice = world === 'luma' && isMadeAlready(code)
  const tone = line?.tone ?? 'bad'
  const isToldBest = !refusal && code === 'invalid_request' && reason
  return {
    says: isToldBest ? reason : says,
    next,
    told: isToldBest || tone === 'quiet' ? null : reason,
    retry,
    mayBillTwice: isTwice,
    again: againWords(retry, isTwice, tone === 'quiet'),
    tone,
  }
}
