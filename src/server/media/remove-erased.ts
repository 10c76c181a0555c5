import { rmSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'
import type { Upstream } from '../upstream/upstream.ts'

type Parts = {
  store: Pick<Store, 'trash' | 'media'>
  folder: DataFolder
  upstream: Pick<Upstream, 'forget'>
}

/** What was drawn of a medium has its hash in front. */
async function removeDrawn(folder: DataFolder, hashes: ReadonlySet<string>) {
  const stills = new Set([...hashes].map((sha256) => dirname(folder.stillFile(sha256))))
  for (const path of stills) {
    const names = await readdir(path).catch(() => [])
    for (const name of names) {
      if (hashes.has(name.slice(0, 64))) await rm(join(path, name), { force: true })
    }
  }
}

/** The local engine keeps a copy of its own of all that it made. */
async function removeJobs({ store, upstream }: Pick<Parts, 'store' | 'upstream'>) {
  const jobs = upstream.forget ? await store.trash.leftoverJobs() : []
  if (!jobs.length) return
  for (const id of jobs) upstream.forget?.(id)
  await store.trash.removedJobs(new Set(jobs))
}

/**
 * Removes the files of media that nothing names any more, all that was drawn of them, and what the
 * upstream keeps, where it can be told.
 */
export async function removeErased({ store, folder, upstream }: Parts): Promise<void> {
  await removeJobs({ store, upstream })
  const hashes = await store.trash.leftoverMedia()
  if (!hashes.length) return
  const removed = new Set<string>()
  const wanted = new Set<string>()
  for (const sha256 of hashes) {
    const isKnown = (await store.media.find(sha256)) !== undefined
    if (isKnown) wanted.add(sha256)
    if (isKnown || folder.arriving.has(sha256)) continue
    // Nothing may begin to arrive between the look and this.
    rmSync(folder.mediaFile(sha256), { force: true })
    removed.add(sha256)
  }
  await removeDrawn(folder, removed)
  await rm(folder.joined, { recursive: true, force: true })
  await store.trash.removedMedia(new Set([...removed, ...wanted]))
}
