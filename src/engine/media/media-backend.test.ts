import { describe } from 'vitest'
import { openCliBackend } from './cli/cli-backend.ts'
import { findTools } from './cli/find-tools.ts'
import type { MediaBackend } from './media-backend.ts'
import { nodeAvBackend } from './node-av/node-av-backend.ts'
import { videoDecoderSuite } from './video-decoder.suite.ts'
import { videoEncoderSuite } from './video-encoder.suite.ts'

function mediaBackendSuite(backend: MediaBackend) {
  videoEncoderSuite(backend)
  videoDecoderSuite(backend)
}

describe('with node-av,', () => mediaBackendSuite(nodeAvBackend))

const tools = findTools()
if (tools) describe('with ffmpeg on PATH,', () => mediaBackendSuite(openCliBackend(tools)))
else describe.skip('with ffmpeg, which is not on PATH,', () => mediaBackendSuite(nodeAvBackend))
