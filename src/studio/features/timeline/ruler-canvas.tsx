import { useEffect, useRef } from 'react'
import { timecode } from '../../lib/timecode.ts'
import { rulerSteps } from './ruler-steps.ts'
import type { Stage } from './stage.ts'
import { placeAt, type Scale, xOf } from './timeline-scale.ts'

type RulerCanvasProps = { stage: Stage; fps: number; rulerPx: number }

/** Frame numbers, timecodes and the lines of the grid, drawn anew whenever the view moves. */
export function RulerCanvas({ stage, fps, rulerPx }: RulerCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return undefined
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element
      const ratio = window.devicePixelRatio || 1
      const size = [Math.round(width * ratio), Math.round(height * ratio)] as const
      if (element.width !== size[0]) element.width = size[0]
      if (element.height !== size[1]) element.height = size[1]
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      drawRuler(context, stage.scale.get(), { fps, rulerPx, height, colours: coloursOf(element) })
    }
    draw()
    const observer = new ResizeObserver(draw)
    observer.observe(element)
    const leave = stage.scale.subscribe(draw)
    const theme = window.matchMedia?.('(prefers-color-scheme: light)')
    theme?.addEventListener('change', draw)
    void document.fonts?.ready.then(draw)
    return () => {
      leave()
      observer.disconnect()
      theme?.removeEventListener('change', draw)
    }
  }, [stage, fps, rulerPx])

  return (
    <canvas ref={canvas} aria-hidden className="pointer-events-none absolute inset-0 size-full" />
  )
}

type Colours = { line: string; edge: string; quiet: string; ink: string; font: string }

function coloursOf(element: HTMLElement): Colours {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    line: token('line'),
    edge: token('edge'),
    quiet: token('quiet'),
    ink: token('ink'),
    font: style.fontFamily,
  }
}

type RulerLook = { fps: number; rulerPx: number; height: number; colours: Colours }

function drawRuler(context: CanvasRenderingContext2D, scale: Scale, look: RulerLook) {
  const { fps, rulerPx, height, colours } = look
  const { label, line } = rulerSteps(scale.perFramePx, fps)
  const base = Math.round(fps)
  const first = Math.max(0, Math.floor(placeAt(scale, -80) / line) * line)
  const end = Math.min(scale.last, Math.ceil(placeAt(scale, scale.width + 80)))
  const lastLabel = Math.floor(scale.last / label) * label
  const isLastApart = (scale.last - lastLabel) * scale.perFramePx >= 60
  const frames: number[] = []
  for (let frame = first; frame <= end; frame += line) frames.push(frame)
  if (end === scale.last && frames.at(-1) !== end) frames.push(end)
  context.textAlign = 'center'
  for (const frame of frames) {
    const x = Math.round(xOf(scale, frame)) + 0.5
    const isEnd = frame === scale.last
    const isLabelled = frame % label === 0 || (isEnd && isLastApart)
    const isSecond = frame % base === 0
    const isEdge = frame === 0 || isEnd
    context.strokeStyle = isEdge ? colours.edge : colours.line
    context.globalAlpha = isEdge || isSecond ? 1 : 0.55
    context.beginPath()
    context.moveTo(x, rulerPx - (isLabelled || isEdge ? 8 : isSecond ? 6 : 3))
    context.lineTo(x, height)
    context.stroke()
    context.globalAlpha = 1
    if (!isLabelled) continue
    context.fillStyle = colours.ink
    context.font = `500 11px ${colours.font}`
    context.fillText(String(frame), x, 13)
    context.fillStyle = colours.quiet
    context.font = `10px ${colours.font}`
    context.fillText(timecode(frame, fps), x, 25)
  }
}
