import { openCliBackend } from './cli/cli-backend.ts'
import { findTools } from './cli/find-tools.ts'
import type { MediaBackend } from './media-backend.ts'

let picked: Promise<MediaBackend> | undefined

/** The backend of this machine, picked once: see `backendFor`. */
export function pickBackend(): Promise<MediaBackend> {
  picked ??= backendFor(process.env)
  return picked
}

/**
 * node-av where it can be loaded; `ffmpeg` and `ffprobe` (FFMPEG_PATH, FFPROBE_PATH or on PATH)
 * where it cannot, or where DAILIES_MEDIA_BACKEND=ffmpeg asks for them.
 *
 * @throws Error when what is asked for, or both, cannot be had.
 */
export async function backendFor(
  env: NodeJS.ProcessEnv,
  loadNodeAv = () => import('./node-av/node-av-backend.ts'),
): Promise<MediaBackend> {
  const asked = env.DAILIES_MEDIA_BACKEND ?? 'node-av'
  if (asked !== 'node-av' && asked !== 'ffmpeg') {
    throw new Error(`DAILIES_MEDIA_BACKEND is node-av or ffmpeg, not '${asked}'.`)
  }
  const tools = findTools(env)
  if (asked === 'ffmpeg') {
    if (tools) return openCliBackend(tools)
    throw new Error(
      'DAILIES_MEDIA_BACKEND=ffmpeg needs ffmpeg and ffprobe, by FFMPEG_PATH or PATH.',
    )
  }
  try {
    return (await loadNodeAv()).nodeAvBackend
  } catch (error) {
    if (tools) return openCliBackend(tools)
    throw new Error('Videos need node-av, or ffmpeg and ffprobe on PATH.', { cause: error })
  }
}
