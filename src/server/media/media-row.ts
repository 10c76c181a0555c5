import type { MediaProbe } from './media-probe.ts'
import type { Incoming } from './incoming-file.ts'
import type { MediaRow } from '../store/tables.ts'

type Stored = Pick<Incoming, 'sha256' | 'bytes'>

const nothing = {
  width: null,
  height: null,
  frames: null,
  fps: null,
  duration_s: null,
  thumbhash: null,
}

export const fileRow = ({ sha256, bytes }: Stored, media_type: string): MediaRow => ({
  ...nothing,
  medium: 'file',
  sha256,
  bytes,
  media_type,
})

/** The row of a probed file, whose still is not drawn yet. */
export const mediaRow = ({ sha256, bytes }: Stored, probe: MediaProbe): MediaRow => ({
  ...nothing,
  ...probe,
  sha256,
  bytes,
})
