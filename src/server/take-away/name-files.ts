import type { Generation } from '#contract/generation.ts'
import { mediaExtension } from '../media/media-extension.ts'
import { fileName, type Place } from './file-name.ts'

/** A name for each output; those after the first are numbered. */
export function nameFiles(
  record: Generation,
  template: string,
  place: Place,
  unique: (stem: string, extension: string) => string = (stem, extension) => stem + extension,
): string[] {
  const stem = fileName(template, record, place)
  return record.outputs.map(({ media_type }, index) =>
    unique(index === 0 ? stem : `${stem}-${index + 1}`, mediaExtension(media_type)),
  )
}
