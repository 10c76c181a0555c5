/** Where a pointer is, from the strip's left upper corner. */
export type Spot = { x: number; y: number; isFree: boolean }

/** A movement of the pointer, from down to up. */
export type Gesture = {
  move: (spot: Spot) => void
  /** `hasMoved` tells a drag from a press. */
  end: (spot: Spot, hasMoved: boolean) => void
  cancel: () => void
}

/** Further than this is a drag and not a press, CSS pixels. */
export const slackPx = { mouse: 3, touch: 8 }

export const longPressMs = 350
