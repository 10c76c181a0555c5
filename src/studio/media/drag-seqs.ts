/** What a drag of tiles carries beside the media it may be dropped as. */
export const dragSeqsType = 'application/x-dailies-seqs+json'

type Carrier = Pick<DataTransfer, 'types' | 'getData' | 'setData'>

/** Whether generations are being dragged; what they are is told on dropping only. */
export const carriesSeqs = ({ types }: Pick<Carrier, 'types'>) => types.includes(dragSeqsType)

export const writeDragSeqs = (carrier: Carrier, seqs: readonly number[]) =>
  carrier.setData(dragSeqsType, JSON.stringify(seqs))

/** Which generations are dropped; none when it is something else. */
export function readDragSeqs(carrier: Carrier): number[] {
  try {
    const said: unknown = JSON.parse(carrier.getData(dragSeqsType))
    return Array.isArray(said) ? said.filter((seq) => Number.isSafeInteger(seq) && seq > 0) : []
  } catch {
    return []
  }
}
