import { dropJpegLocation } from './drop-jpeg-location.ts'
import { dropMp4Location } from './drop-mp4-location.ts'
import { dropPngLocation } from './drop-png-location.ts'
import { dropWebpLocation } from './drop-webp-location.ts'
import { type PatchedBytes, patchFile } from './patched-bytes.ts'

type Container = { isOne(head: string): boolean; drop(file: PatchedBytes): Promise<boolean> }

const containers: Container[] = [
  { isOne: (head) => head.startsWith('\u00ff\u00d8\u00ff'), drop: dropJpegLocation },
  { isOne: (head) => head.startsWith('\u0089PNG\r\n'), drop: dropPngLocation },
  { isOne: (head) => /^RIFF[^]{4}WEBP/.test(head), drop: dropWebpLocation },
  { isOne: (head) => /^[^]{4}(ftyp|moov|mdat|wide|free|skip)/.test(head), drop: dropMp4Location },
]

/** As `dropLocation`, for bytes wherever they are. */
export async function dropLocationFrom(file: PatchedBytes): Promise<boolean> {
  const head = (await file.read(0, 12)).toString('latin1')
  const container = containers.find(({ isOne }) => isOne(head))
  return container ? container.drop(file) : false
}

/**
 * Takes out of a file where it was made, in place: it stays as long as it was, and every byte of its
 * pictures, its orientation and its colours stay what they were. A file that is not well made is left.
 *
 * @returns whether there was something
 */
export const dropLocation = (path: string): Promise<boolean> => patchFile(path, dropLocationFrom)
