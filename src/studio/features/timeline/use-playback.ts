import { useEffect, useEffectEvent } from 'react'
import type { Stage } from './stage.ts'

type PlaybackOptions = { stage: Stage; fps: number; lastShown: number; isLooping: boolean }

const fastest = 8

/** Runs the playhead in real time: play and stop, and faster each time a shuttle is pressed again. */
export function usePlayback({ stage, fps, lastShown, isLooping }: PlaybackOptions) {
  /** Where the playhead is after some seconds, and whether it goes on from there. */
  const advance = useEffectEvent((from: number, rate: number, afterS: number) => {
    const to = from + rate * fps * afterS
    if (to >= 0 && to < lastShown + 1) return { frame: Math.floor(to), goesOn: true }
    const count = lastShown + 1
    if (isLooping) return { frame: Math.floor(((to % count) + count) % count), goesOn: true }
    return { frame: rate > 0 ? lastShown : 0, goesOn: false }
  })

  useEffect(() => {
    let handle = 0
    const run = () => {
      cancelAnimationFrame(handle)
      const rate = stage.rate.get()
      if (rate === 0) return
      const from = stage.playhead.get()
      let start: number | null = null
      const tick = (now: number) => {
        start ??= now
        const { frame, goesOn } = advance(from, rate, (now - start) / 1000)
        stage.seek(frame)
        if (goesOn) handle = requestAnimationFrame(tick)
        else stage.rate.set(0)
      }
      handle = requestAnimationFrame(tick)
    }
    const leave = stage.rate.subscribe(run)
    return () => {
      leave()
      cancelAnimationFrame(handle)
      stage.rate.set(0)
    }
  }, [stage])

  const stop = () => stage.rate.set(0)
  return {
    stop,
    toggle: () => {
      if (stage.rate.get() !== 0) {
        stop()
        return
      }
      if (stage.playhead.get() >= lastShown) stage.seek(0)
      stage.rate.set(1)
    },
    shuttle: (way: 1 | -1) => {
      const rate = stage.rate.get()
      stage.rate.set(rate * way > 0 ? way * Math.min(fastest, Math.abs(rate) * 2) : way)
    },
  }
}
export type Playback = ReturnType<typeof usePlayback>
