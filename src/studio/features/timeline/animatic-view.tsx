import { useEffect, useRef } from 'react'
import type { LookOf } from '../../media/media-look.ts'
import { mixAt } from './animatic.ts'
import type { Anchor } from './match-anchors.ts'
import type { Stage } from './stage.ts'
import { useStills } from './use-stills.ts'

type AnimaticViewProps = {
  stage: Stage
  anchors: readonly Anchor[]
  lookOf: LookOf
  aspect: number
  /** The last frame that plays; what stands beyond shows on it. */
  lastShown: number
}

const longSidePx = 512

/** The anchors dissolved into one another at the playhead. */
export function AnimaticView({ stage, anchors, lookOf, aspect, lastShown }: AnimaticViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const width = Math.round(aspect >= 1 ? longSidePx : longSidePx * aspect)
  const height = Math.round(aspect >= 1 ? longSidePx / aspect : longSidePx)
  const addresses = anchors.map(({ image }) => lookOf(image).still ?? '')
  const { stillOf, arrived } = useStills(addresses, { width, height })

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return undefined
    const paint = (index: number, alpha: number) => {
      const still = stillOf(addresses[index] ?? '')
      if (!still || alpha === 0) return
      context.globalAlpha = alpha
      context.drawImage(still, 0, 0, width, height)
    }
    const draw = () => {
      const dragged = stage.dragged.get()
      const shown = anchors.map(({ id, frame }) => Math.min(lastShown, dragged?.get(id) ?? frame))
      const mix = mixAt(shown, Math.min(lastShown, stage.playhead.get()))
      context.globalAlpha = 1
      context.clearRect(0, 0, width, height)
      if (!mix) return
      paint(mix.from, 1)
      paint(mix.to, mix.mix)
    }
    let handle = 0
    const ask = () => {
      cancelAnimationFrame(handle)
      handle = requestAnimationFrame(draw)
    }
    draw()
    const cells = [stage.playhead, stage.dragged, arrived]
    const leave = cells.map((cell) => cell.subscribe(ask))
    return () => {
      cancelAnimationFrame(handle)
      leave.forEach((each) => each())
    }
  }, [stage, anchors, addresses, stillOf, arrived, width, height, lastShown])

  return (
    <canvas
      ref={canvas}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn
      role="img"
      aria-label="Animatic: the keyframes dissolved into one another at the playhead"
      width={width}
      height={height}
      className="absolute inset-0 size-full object-contain"
    />
  )
}
