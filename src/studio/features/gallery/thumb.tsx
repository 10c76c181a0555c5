import { useLayoutEffect, useRef } from 'react'
import { showBlur } from './blur-desk.ts'

type ThumbProps = { src: string; thumbhash: string | null; isDim: boolean }

/** Shows the blur of a picture until it can be drawn at once; lets go of it when it leaves. */
function fetchInto(image: HTMLImageElement, src: string, thumbhash: string | null) {
  let isGone = false
  const callOff = thumbhash === null ? null : showBlur(image, thumbhash)
  image.src = src
  const ready = image.decode?.() ?? Promise.resolve()
  ready
    .then(() => {
      if (isGone) return
      callOff?.()
      image.style.backgroundImage = ''
    })
    .catch(() => undefined)
  return () => {
    isGone = true
    callOff?.()
    image.removeAttribute('src')
  }
}

/** A small picture that is there, blurred, before its bytes are. */
export function Thumb({ src, thumbhash, isDim }: ThumbProps) {
  const image = useRef<HTMLImageElement>(null)
  useLayoutEffect(
    () => (image.current ? fetchInto(image.current, src, thumbhash) : undefined),
    [src, thumbhash],
  )
  return (
    <img
      ref={image}
      alt=""
      decoding="async"
      draggable={false}
      className={`block size-full bg-cover object-cover ${isDim ? 'opacity-35' : ''}`}
    />
  )
}
