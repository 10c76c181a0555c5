import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

async function syncFolder(path: string) {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL') throw error
  } finally {
    await folder.close()
  }
}

/** Moves a whole, synced file to its lasting name so that a power cut cannot undo it. */
export async function placeFile(from: string, to: string): Promise<void> {
  const folder = dirname(to)
  const made = await mkdir(folder, { recursive: true })
  await rename(from, to)
  await syncFolder(folder)
  if (made) await syncFolder(dirname(folder))
}
