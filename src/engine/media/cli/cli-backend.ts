import type { MediaBackend } from '../media-backend.ts'
import { describeVideo } from './describe-video.ts'
import type { Tools } from './find-tools.ts'
import { readFrame } from './read-frame.ts'
import { openVideoDecoder } from './video-decoder.ts'
import { openVideoEncoder } from './video-encoder.ts'

/** FFmpeg as programs of this machine, 5.1 or later. */
export const openCliBackend = (tools: Tools): MediaBackend => ({
  name: 'ffmpeg',
  openVideoEncoder: (options) => openVideoEncoder(tools, options),
  openVideoDecoder: (path) => openVideoDecoder(tools, path),
  describeVideo: (path) => describeVideo(tools, path),
  readFrame: (path, frame, maxSide) => readFrame(tools, path, frame, maxSide),
})
