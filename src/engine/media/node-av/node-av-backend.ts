import type { MediaBackend } from '../media-backend.ts'
import { describeVideo } from './describe-video.ts'
import { readFrame } from './read-frame.ts'
import { openVideoDecoder } from './video-decoder.ts'
import { openVideoEncoder } from './video-encoder.ts'

/** FFmpeg as a library of this process, from npm. */
export const nodeAvBackend: MediaBackend = {
  name: 'node-av',
  openVideoEncoder,
  openVideoDecoder,
  describeVideo,
  readFrame,
}
