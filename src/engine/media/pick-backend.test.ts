import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backendFor } from './pick-backend.ts'

let PATH: string
beforeAll(async () => {
  PATH = await mkdtemp(join(tmpdir(), 'dailies-tools-'))
  for (const tool of ['ffmpeg', 'ffprobe', 'ffmpeg.exe', 'ffprobe.exe']) {
    await writeFile(join(PATH, tool), '')
    await chmod(join(PATH, tool), 0o755)
  }
})
afterAll(() => rm(PATH, { recursive: true }))

const missing = () => Promise.reject(new Error('no such package'))

test('node-av is taken where it can be loaded, whatever stands on PATH', async () => {
  expect(await backendFor({ PATH })).toHaveProperty('name', 'node-av')
})

test('ffmpeg is taken where node-av is missing', async () => {
  expect(await backendFor({ PATH }, missing)).toHaveProperty('name', 'ffmpeg')
})

test('ffmpeg is taken where it is asked for', async () => {
  const env = { PATH, DAILIES_MEDIA_BACKEND: 'ffmpeg' }
  expect(await backendFor(env)).toHaveProperty('name', 'ffmpeg')
})

test('FFMPEG_PATH names a program outside of PATH, and ffprobe beside it', async () => {
  const exe = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  const env = { PATH: '', FFMPEG_PATH: join(PATH, exe), DAILIES_MEDIA_BACKEND: 'ffmpeg' }
  expect(await backendFor(env)).toHaveProperty('name', 'ffmpeg')
})

test('what is asked for and not there is named', async () => {
  await expect(backendFor({ PATH: '', DAILIES_MEDIA_BACKEND: 'ffmpeg' })).rejects.toThrow(
    'DAILIES_MEDIA_BACKEND=ffmpeg needs ffmpeg and ffprobe',
  )
  await expect(backendFor({ PATH: '' }, missing)).rejects.toThrow('Videos need node-av, or ffmpeg')
})

test('a backend that does not exist is refused', async () => {
  await expect(backendFor({ DAILIES_MEDIA_BACKEND: 'gstreamer' })).rejects.toThrow(
    "DAILIES_MEDIA_BACKEND is node-av or ffmpeg, not 'gstreamer'.",
  )
})
