import type { Generation } from '#contract/generation.ts'
import { noMarks } from '#contract/marks.ts'
import type { MediaItem } from '#contract/media-item.ts'

const at = '2026-11-22T12:00:00.000Z'

/** A picture of 2048 × 1152 that stands in the archive. */
const storedPicture: MediaItem = {
  medium: 'image',
  sha256: 'a'.repeat(64),
  media_type: 'image/png',
  bytes: 1_800_000,
  width: 2048,
  height: 1152,
  thumbhash: null,
}

/** A clip of 5 s that stands in the archive. */
export const storedClip: MediaItem = {
  medium: 'video',
  sha256: 'b'.repeat(64),
  media_type: 'video/mp4',
  bytes: 900_000,
  width: 1280,
  height: 720,
  thumbhash: null,
  frames: 120,
  fps: 24,
  duration_s: 5,
}

/** A record for tests: number `n` of its kind, completed unless said otherwise. */
export const generationFixture = (n: number, part: Partial<Generation> = {}): Generation => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  seq: n,
  state: 'completed',
  world: 'local',
  model: 'uni-1',
  request: { type: 'image', prompt: `Picture ${n}`, aspect_ratio: '16:9' },
  set: null,
  held: null,
  upstream_id: null,
  created_at: new Date(Date.parse(at) + n * 1000).toISOString(),
  submitted_at: at,
  settled_at: null,
  progress: null,
  outputs: [storedPicture],
  failure_code: null,
  failure_reason: null,
  failure_path: null,
  price: { usd: 0.0404, estimate: false },
  understood: null,
  marks: noMarks,
  boards: [],
  trashed_at: null,
  ...part,
})
