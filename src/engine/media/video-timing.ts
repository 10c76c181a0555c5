import type { FrameRate, StoredVideo } from './media-backend.ts'

/** How long a video is, and its average rate: exact where the file is regular. */
export function timingOf(video: Pick<StoredVideo, 'pictures' | 'tickS' | 'statedRate'>): {
  rate: FrameRate
  duration_s: number
} {
  const { pictures: packets, tickS: tick, statedRate: stated } = video
  const [first, last] = [packets[0]!.start, packets.at(-1)!.start]
  let end = Math.max(...packets.slice(-20).map((packet) => packet.end))
  // WebM need not say how long its last picture is shown.
  if (end <= last)
    end = last + (stated ? 1 / stated / tick : (last - first) / Math.max(1, packets.length - 1))
  const duration_s = Math.max((end - first) * tick, 1e-6)
  const counted = packets.length / duration_s
  // A stated rate is exact where time stamps are rounded, and wrong where B-frames end an mp4.
  const isRight = stated !== undefined && Math.abs(stated / counted - 1) < 0.01
  return { rate: toFraction(isRight ? stated : counted), duration_s }
}

const usual = [12, 15, 24, 25, 30, 48, 50, 60, 90, 100, 120, 240].flatMap((rate) => [
  { num: rate, den: 1 },
  { num: rate * 1000, den: 1001 },
])
const finest = 1001

/** The usual rate when it is one (24 and 23.976 are 0.1 % apart), or the nearest small fraction. */
function toFraction(rate: number): FrameRate {
  const near = usual.find(({ num, den }) => Math.abs((rate * den) / num - 1) < 0.0004)
  if (near) return near
  let best = { num: Math.max(1, Math.round(rate)), den: 1 }
  for (let den = 2; den <= finest; den++) {
    const num = Math.max(1, Math.round(rate * den))
    if (Math.abs(num / den - rate) < Math.abs(best.num / best.den - rate) - 1e-9)
      best = { num, den }
  }
  return best
}
