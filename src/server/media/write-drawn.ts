import { open } from 'node:fs/promises'
import type { DataFolder } from '../store/data-folder.ts'
import { placeFile } from './place-file.ts'

/** Keeps something drawn under its lasting name; nobody ever sees half of it. */
export async function writeDrawn(
  folder: DataFolder,
  to: string,
  picture: Uint8Array,
): Promise<void> {
  const temp = folder.tempFile()
  const file = await open(temp, 'wx')
  try {
    await file.writeFile(picture)
  } finally {
    await file.close()
  }
  await placeFile(temp, to)
}
