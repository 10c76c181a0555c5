import { useQueryClient } from '@tanstack/react-query'
import { generationQuery } from '../api/generations.ts'
import { fetchTiles } from '../api/tiles.ts'
import { type Act, actOf } from '../lib/act.ts'
import type { ShortcutName } from '../lib/shortcuts.ts'
import type { ClipFrame } from './chain/acts-for.ts'
import type { ChainRoom } from './chain/open-chain.ts'

const many = 100

const reasonWhyNot = (count: number) =>
  count > 1 ? 'That is done with one at a time.' : 'There is nothing yet to go on from.'
/** For so long what is known of a result is taken as it is, unless an event told otherwise. */
const freshMs = 10_000

/** The ways on from results, loaded when somebody first asks for them. */
export function useActs(tells: Omit<ChainRoom, 'client'>) {
  const client = useQueryClient()
  const room: ChainRoom = { ...tells, client }

  const chain = async () => (await import('./chain/open-chain.ts')).openChain(room)
  const record = (id: string) => client.fetchQuery({ ...generationQuery(id), staleTime: freshMs })
  const actsOfSeqs = async (seqs: readonly number[]): Promise<Act[]> => {
    const found = await fetchTiles(client, seqs.slice(0, many))
    const records = await Promise.all(found.map(({ id }) => record(id)))
    const [only] = records
    const ways = await chain()
    return records.length === 1 && only ? ways.actsOf(only) : ways.actsOfMany(records)
  }
  const runOf = (name: ShortcutName, acts: Promise<Act[]>, count: number) =>
    void acts
      .then((ready) => {
        const act = actOf(ready, name)
        if (act && !act.unavailable) act.run()
        else room.tell(act?.unavailable ?? reasonWhyNot(count), true)
      })
      .catch((error: Error) => room.tell(error.message, true))

  return {
    room,
    /** Of one or a selection, in the order in which they are to be taken: for a menu on the wall. */
    actsOfSeqs,
    /** For a key on the wall: does it, or says why not. */
    run: (name: ShortcutName, seqs: readonly number[]) =>
      runOf(name, actsOfSeqs(seqs), seqs.length),
    /** For a key over an open item, which may still be on its way. */
    runOn: (id: string, name: ShortcutName, shown: () => ClipFrame | null) => {
      const ready = Promise.all([client.ensureQueryData(generationQuery(id)), chain()])
      runOf(
        name,
        ready.then(([open, ways]) => ways.actsOf(open, shown)),
        1,
      )
    },
  }
}

export type Acts = ReturnType<typeof useActs>
