import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from '../store/data-folder.ts'
import { drawingProcess, joiningProcess } from './media-process.ts'
import { placeFile } from './place-file.ts'

const answersKept = 1000
const filesKept = 30

const nameOf = (hashes: readonly string[]) =>
  createHash('sha256').update(hashes.join()).digest('hex')

/** Joins clips, each row of them once; what they are is known by their hashes. */
export function createJoins(folder: DataFolder) {
  const underWay = new Map<string, Promise<void>>()
  const lossless = new Map<string, boolean>()

  const pathsOf = (hashes: readonly string[]) => hashes.map(folder.mediaFile)

  async function write(to: string, hashes: readonly string[]) {
    const temp = folder.tempFile()
    try {
      await joiningProcess.ask({ ask: 'join', paths: pathsOf(hashes), to: temp })
      await placeFile(temp, to)
      await forgetOldest()
    } finally {
      await rm(temp, { force: true })
    }
  }

  async function forgetOldest() {
    const names = await readdir(folder.joined)
    if (names.length <= filesKept) return
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(folder.joined, name)
        return { path, madeAt: (await stat(path)).mtimeMs }
      }),
    )
    const oldest = files.toSorted((a, b) => a.madeAt - b.madeAt).slice(0, -filesKept)
    for (const { path } of oldest) await rm(path, { force: true })
  }

  /** All of them: @throws Error with a sentence when a clip cannot be read. */
  return {
    nameOf,

    /** Whether they are joined as they are. */
    async isLossless(hashes: readonly string[]): Promise<boolean> {
      if (hashes.length < 2) return true
      const name = nameOf(hashes)
      const known = lossless.get(name)
      if (known !== undefined) return known
      const said = await drawingProcess.ask({ ask: 'joinable', paths: pathsOf(hashes) })
      const answer = 'lossless' in said && said.lossless
      lossless.set(name, answer)
      for (const oldest of [...lossless.keys()].slice(0, -answersKept)) lossless.delete(oldest)
      return answer
    },

    /** The joined MP4. */
    async file(hashes: readonly string[]): Promise<string> {
      const path = join(folder.joined, `${nameOf(hashes)}.mp4`)
      if (existsSync(path)) return path
      const joining = underWay.get(path) ?? write(path, hashes).finally(() => underWay.delete(path))
      underWay.set(path, joining)
      await joining
      return path
    },
  }
}
