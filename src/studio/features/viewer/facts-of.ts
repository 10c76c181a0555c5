import type { Generation } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import { formatInstant } from '../../lib/format-instant.ts'
import { formatTook } from '../../lib/format-took.ts'
import { priceWords } from '../../lib/price-words.ts'
import { stateWords } from '../../lib/state-words.ts'
import type { Fact } from './fact-list.tsx'

export function jobFacts(record: Generation): Fact[] {
  const { state, world, id, upstream_id, price, created_at, submitted_at, settled_at } = record
  return [
    { label: 'State', value: stateWords(state) },
    ...(record.failure_code ? [{ label: 'Failure', value: record.failure_code }] : []),
    {
      label: 'Made by',
      value: world === 'local' ? 'Local engine: procedural, made on this machine' : 'Luma',
    },
    { label: 'Model', value: record.model },
    { label: 'Price', value: priceWords(price, world) },
    { label: 'Id', value: id, copy: id },
    ...(upstream_id ? [{ label: 'Upstream id', value: upstream_id, copy: upstream_id }] : []),
    { label: 'Created', value: formatInstant(created_at) },
    ...(submitted_at ? [{ label: 'Submitted', value: formatInstant(submitted_at) }] : []),
    ...(settled_at
      ? [
          { label: 'Finished', value: formatInstant(settled_at) },
          { label: 'Took', value: formatTook(Date.parse(settled_at) - Date.parse(created_at)) },
        ]
      : []),
  ]
}

export function fileFacts(item: MediaItem): Fact[] {
  const bytes = { label: 'File', value: `${item.media_type}, ${formatBytes(item.bytes)}` }
  if (item.medium === 'file') return [bytes]
  const size = { label: 'Size', value: `${item.width} × ${item.height} px` }
  if (item.medium === 'image') return [size, bytes]
  const length = `${item.frames} at ${item.fps} fps, ${item.duration_s} s`
  return [size, { label: 'Frames', value: length }, bytes]
}
