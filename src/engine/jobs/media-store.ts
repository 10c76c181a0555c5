import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { SourceMedia } from '../render/renderer.ts'
import type { EngineFolder } from './engine-folder.ts'
import { mediaFacts } from './job.ts'

const kept = z.object({ media_type: z.string(), facts: mediaFacts })
type Kept = z.infer<typeof kept>

/** A UUID (version 8) that stands for the bytes of a medium. */
export function mediaIdOf(sha256: string): string {
  const bytes = Buffer.from(sha256, 'hex').subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * Pictures and clips that came with requests, each once, named by their bytes. They stay as long
 * as somebody holds them: a request that is being read, or a job that is not settled.
 */
export function openMediaStore(folder: EngineFolder, heldByJobs: Iterable<string>) {
  const media = new Map<string, Kept>()
  const holds = new Map<string, number>()
  const pathOf = (id: string) => join(folder.media, id)
  const wanted = [...heldByJobs]

  for (const name of readdirSync(folder.media)) {
    if (!name.endsWith('.json')) continue
    const id = name.slice(0, -'.json'.length)
    try {
      const text = readFileSync(join(folder.media, name), 'utf8')
      if (wanted.includes(id)) media.set(id, kept.parse(JSON.parse(text)))
    } catch {
      // Half written: whoever needs it is told that it is not there.
    }
  }
  for (const name of readdirSync(folder.media)) {
    if (!media.has(name.replace(/\.json$/, ''))) rmSync(join(folder.media, name))
  }

  const isHeld = (id: string) => (holds.get(id) ?? 0) > 0
  const hold = (id: string) => void holds.set(id, (holds.get(id) ?? 0) + 1)
  for (const id of wanted) hold(id)

  let turn: Promise<void> = Promise.resolve()
  /** One after the other, so that a file that comes back is not removed by who let go of it. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  async function remove(id: string) {
    if (isHeld(id)) return
    media.delete(id)
    await rm(`${pathOf(id)}.json`, { force: true })
    await rm(pathOf(id), { force: true })
  }

  async function place(id: string, path: string, found: Kept) {
    if (media.has(id)) return rm(path, { force: true })
    await rename(path, pathOf(id))
    await writeFile(`${pathOf(id)}.json`, JSON.stringify(found), { mode: 0o600 })
    media.set(id, found)
  }

  return {
    hold,

    /** When nobody holds it any more, it is removed. */
    async release(id: string) {
      const left = (holds.get(id) ?? 0) - 1
      if (left > 0) holds.set(id, left)
      else holds.delete(id)
      if (left <= 0) await inTurn(() => remove(id))
    },

    /** Moves the file in; the id must be held. What has these bytes already stays as it is. */
    keep: (id: string, path: string, found: Kept) => inTurn(() => place(id, path, found)),

    find(id: string): SourceMedia | undefined {
      const found = media.get(id)
      return found && { path: pathOf(id), ...found }
    },
  }
}
export type MediaStore = ReturnType<typeof openMediaStore>
