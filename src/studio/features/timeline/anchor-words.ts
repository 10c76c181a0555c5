export const secondsOf = (frame: number, fps: number) => `${(frame / fps).toFixed(2)} s`

type Said = { index: number; count: number; frame: number; fps: number }

export const anchorName = ({ index, count, frame, fps }: Said) =>
  `Keyframe ${index + 1} of ${count} at frame ${frame}, ${secondsOf(frame, fps)}`
