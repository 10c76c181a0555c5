import type { QueryClient } from '@tanstack/react-query'
import type { Generation, Health } from '#contract/generation.ts'
import { healthQuery } from '../../api/health.ts'
import { sendAgain } from '../../api/send-again.ts'
import { uploadFrame, uploadQuery } from '../../api/uploads.ts'
import { recall } from '../../features/compose/draft-memory.ts'
import { type Chain, type ClipFrame, actsFor } from './acts-for.ts'
import { actsForMany } from './acts-for-many.ts'
import type { Wanted } from './wish.ts'

export type ChainRoom = {
  client: QueryClient
  goOn: (wanted: Wanted) => void
  /** What went well or wrong, in words. */
  tell: (words: string, isProblem: boolean) => void
}

/** All ways on from results, beside what is being written at that moment. */
export function openChain({ client, goOn, tell }: ChainRoom) {
  const fail = (error: Error) => tell(error.message, true)
  const fromFrame: Chain['goOnFromFrame'] = ({ sha256, frame }, wantedFor) => {
    uploadFrame(sha256, frame)
      .then((upload) => {
        client.setQueryData(uploadQuery(upload.id).queryKey, upload)
        goOn(wantedFor({ upload_id: upload.id }))
      })
      .catch(fail)
  }
  const again = (record: Generation) => {
    sendAgain(client, record)
      .then(() => tell('Sent again as a new one.', false))
      .catch(fail)
  }
  const chain = (): Chain => ({
    current: recall('current').draft,
    world: client.getQueryData<Health>(healthQuery().queryKey)?.engine ?? 'luma',
    goOn,
    goOnFromFrame: fromFrame,
    sendAgain: again,
  })
  return {
    /** `shown`: which frame of an open clip is in sight. */
    actsOf: (record: Generation, shown?: () => ClipFrame | null) =>
      actsFor(record, { ...chain(), shown }),
    actsOfMany: (records: readonly Generation[]) => actsForMany(records, chain()),
  }
}
