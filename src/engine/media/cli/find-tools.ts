import { accessSync, constants } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

export type Tools = { ffmpeg: string; ffprobe: string }

/** FFMPEG_PATH and FFPROBE_PATH name the programs; else they are looked for on PATH. */
export function findTools(env: NodeJS.ProcessEnv = process.env): Tools | undefined {
  const ffmpeg = env.FFMPEG_PATH ?? onPath('ffmpeg', env)
  if (!ffmpeg) return undefined
  const ffprobe =
    env.FFPROBE_PATH ?? runnable(join(dirname(ffmpeg), named('ffprobe'))) ?? onPath('ffprobe', env)
  return ffprobe && runnable(ffmpeg) && runnable(ffprobe) ? { ffmpeg, ffprobe } : undefined
}

const named = (tool: string) => (process.platform === 'win32' ? `${tool}.exe` : tool)

function onPath(tool: string, { PATH = '' }: NodeJS.ProcessEnv) {
  const places = PATH.split(delimiter).filter(Boolean)
  return places.map((place) => join(place, named(tool))).find((path) => runnable(path))
}

function runnable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return path
  } catch {
    return undefined
  }
}
