import { type Generation, isSettled } from '#contract/generation.ts'
import type { Tile } from '#contract/wall.ts'
import { useGeneration } from '../../api/use-generation.ts'
import { HaltedTile } from './halted-tile.tsx'
import { HeldActs } from './held-acts.tsx'
import { HeldTile } from './held-tile.tsx'
import { RunningTile } from './running-tile.tsx'

type RecordFaceProps = {
  tile: Tile
  /** Where the page has made it itself. */
  record: Generation | undefined
  /** What is seen of it, or what can be decided about it. */
  part: 'face' | 'acts'
  isReachable: boolean
}

/** A place whose job is not done, or did not come to anything: what the whole record says. */
export function RecordFace({ tile, record: own, part, isReachable }: RecordFaceProps) {
  const { data } = useGeneration(own?.seq === 0 ? null : tile.id)
  const record = data ?? own
  if (!record) {
    return part === 'face' && <span className="m-3 block text-body text-quiet">{tile.words}</span>
  }
  if (part === 'acts') {
    return record.state === 'held' && <HeldActs record={record} isReachable={isReachable} />
  }
  if (record.state === 'held') return <HeldTile record={record} />
  if (!isSettled(record.state)) return <RunningTile record={record} />
  return record.state !== 'completed' && <HaltedTile record={record} />
}
