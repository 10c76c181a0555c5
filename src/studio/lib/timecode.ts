const two = (value: number) => String(value).padStart(2, '0')

/** `minutes:seconds:frames` of a zero-based frame. */
export function timecode(frame: number, fps: number): string {
  const base = Math.round(fps)
  const seconds = Math.floor(frame / base)
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}:${two(frame % base)}`
}
