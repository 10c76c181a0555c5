/** What is wrong with a file that somebody else made; the message is one sentence about it. */
export class MediaFault extends Error {
  readonly kind: 'unsupported' | 'corrupt' | 'too_large'

  constructor(kind: MediaFault['kind'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MediaFault'
    this.kind = kind
  }
}

/** Faults stay, what the disk says stays, everything else is the decoder's word about the file. */
export function toFault(error: unknown): Error {
  if (error instanceof MediaFault) return error
  if (error instanceof Error && 'syscall' in error) return error
  return new MediaFault('corrupt', 'it is damaged or incomplete', error)
}
