import { readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DataFolder } from '../store/data-folder.ts'
import type { Store } from '../store/open-store.ts'

type Parts = { store: Pick<Store, 'trash' | 'media'>; folder: DataFolder }

async function removeFiles(folder: DataFolder, sha256: string) {
  const stills = dirname(folder.stillFile(sha256))
  const drawn = await readdir(stills).catch(() => [])
  await rm(folder.mediaFile(sha256), { force: true })
  for (const name of drawn) if (name.startsWith(sha256)) await rm(join(stills, name))
}

/** Removes the files of media that nothing names any more, and all that was drawn of them. */
export async function removeErased({ store, folder }: Parts): Promise<void> {
  const hashes = await store.trash.leftover()
  if (!hashes.length) return
  for (const sha256 of hashes) {
    if (!(await store.media.find(sha256))) await removeFiles(folder, sha256)
  }
  await rm(folder.joined, { recursive: true, force: true })
  await store.trash.removed(hashes)
}
