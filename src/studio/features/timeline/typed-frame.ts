type Grid = { last: number; fps: number }

type Typed = { frame: number } | { error: string }

/** What was typed as a frame: `48`, `+12`, `-1`, or a timecode `2:00`, `00:02:00`. */
function readFrame(text: string, from: number, fps: number): number | null {
  const said = text.trim()
  if (/^\d+$/.test(said)) return Number(said)
  if (/^[+-]\d+$/.test(said)) return from + Number(said)
  const parts = /^(?:(\d+):)?(\d+):(\d+)$/.exec(said)
  if (!parts) return null
  const [, minutes = '0', seconds = '0', frames = '0'] = parts
  return (Number(minutes) * 60 + Number(seconds)) * Math.round(fps) + Number(frames)
}

/** The frame an anchor is told to stand on, or why it cannot. `others` are the frames of the rest. */
export function typedFrame(
  text: string,
  from: number,
  others: ReadonlySet<number>,
  { last, fps }: Grid,
): Typed {
  const frame = readFrame(text, from, fps)
  if (frame === null || frame < 0 || frame > last) {
    return { error: `Type a whole frame from 0 to ${last}.` }
  }
  if (others.has(frame)) {
    return { error: `Frame ${frame} is taken by another keyframe. Type a free one.` }
  }
  return { frame }
}
