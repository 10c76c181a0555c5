import type { Gesture, Spot } from './gesture.ts'
import type { Stage } from './stage.ts'
import { frameAt } from './timeline-scale.ts'

const nothing = () => undefined

/** The playhead follows the pointer. */
export function scrubGesture(stage: Stage, start: Spot): Gesture {
  const follow = ({ x }: Spot) => stage.playhead.set(frameAt(stage.scale.get(), x))
  stage.rate.set(0)
  follow(start)
  return { move: follow, end: nothing, cancel: nothing }
}

/** The strip follows the pointer; `onPress` when it never moved. */
export function panGesture(stage: Stage, start: Spot, onPress: (spot: Spot) => void): Gesture {
  let x = start.x
  return {
    move: (spot) => {
      stage.rate.set(0)
      stage.pan(x - spot.x)
      x = spot.x
    },
    end: (spot, hasMoved) => {
      stage.settle()
      if (!hasMoved) onPress(spot)
    },
    cancel: () => stage.settle(),
  }
}

type BandOptions = {
  band: HTMLElement
  start: Spot
  /** From and to, px. `null` clears. */
  onBand: (range: readonly [number, number] | null) => void
}

/** A band is drawn from where the pointer went down. */
export function bandGesture({ band, start, onBand }: BandOptions): Gesture {
  const rangeTo = (x: number) => [Math.min(start.x, x), Math.max(start.x, x)] as const
  const hide = () => band.style.setProperty('display', 'none')
  return {
    move: ({ x }) => {
      const [from, to] = rangeTo(x)
      band.style.display = 'block'
      band.style.transform = `translateX(${from}px)`
      band.style.width = `${to - from}px`
    },
    end: ({ x }, hasMoved) => {
      hide()
      onBand(hasMoved ? rangeTo(x) : null)
    },
    cancel: hide,
  }
}
