/** A frame of a clip. */
export type ShownFrame = { sha256: string; frame: number }

/** Which frame is in sight, asked for when somebody acts: nothing is drawn anew for it. */
export function createSight() {
  let shown: ShownFrame | null = null
  return {
    now: () => shown,
    tell: (frame: ShownFrame | null) => {
      shown = frame
    },
  }
}
