import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Arriving, createArriving } from './arriving.ts'

export type DataFolder = {
  root: string
  database: string
  lock: string
  mediaFile(sha256: string): string
  /** The WebP still of a picture or clip. */
  stillFile(sha256: string): string
  /** Another WebP that was drawn of it: of one frame, or a strip. */
  drawnFile(sha256: string, name: string): string
  /** Where clips that were joined are kept for a while: all of it may be removed at any time. */
  joined: string
  arriving: Arriving
  /** A fresh name for a file that is not whole yet. */
  tempFile(): string
}

/** Makes the folders that are missing. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const root = resolve(path)
  const tmp = join(root, 'tmp')
  await mkdir(join(root, 'media'), { recursive: true })
  await mkdir(tmp, { recursive: true })
  return {
    root,
    database: join(root, 'dailies.sqlite'),
    lock: join(root, 'lock.sqlite'),
    joined: join(root, 'joined'),
    arriving: createArriving(),
    mediaFile: (sha256) => join(root, 'media', sha256.slice(0, 2), sha256),
    stillFile: (sha256) => join(root, 'stills', sha256.slice(0, 2), `${sha256}.webp`),
    drawnFile: (sha256, name) => join(root, 'stills', sha256.slice(0, 2), `${sha256}-${name}.webp`),
    tempFile: () => join(tmp, randomUUID()),
  }
}

/** Only for the process that holds the folder. */
export async function clearTemp({ root }: DataFolder): Promise<void> {
  const tmp = join(root, 'tmp')
  for (const name of await readdir(tmp)) await rm(join(tmp, name), { recursive: true, force: true })
}
