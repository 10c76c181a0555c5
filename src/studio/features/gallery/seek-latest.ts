/** A clip that is shown its very end begins again, seconds. */
const endS = 0.02

/** One seek at a time; the last one wanted is made when the one before is done. */
export function seek(video: HTMLVideoElement | null, timeS: number) {
  if (!video) return
  video.pause()
  const wanted = Math.min(timeS, (video.duration || Infinity) - endS)
  video.dataset.wanted = String(wanted)
  if (!video.seeking && video.readyState > 0) video.currentTime = wanted
}

/** For `loadeddata` and `seeked`: whether it shows what is wanted; goes there if it does not. */
export function catchUp(video: HTMLVideoElement): boolean {
  const { wanted } = video.dataset
  if (wanted === undefined) return true
  if (Math.abs(video.currentTime - Number(wanted)) < endS) return true
  if (video.paused) seek(video, Number(wanted))
  return false
}

export function play(video: HTMLVideoElement | null) {
  video?.play().catch(() => undefined)
}
