import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { generationQuery } from '../api/generations.ts'
import { fetchTiles } from '../api/tiles.ts'
import type { Act } from '../lib/act.ts'
import type { ShortcutName } from '../lib/shortcuts.ts'
import type { ClipFrame } from './chain/acts-for.ts'
import type { ChainRoom, OpenChain } from './chain/open-chain.ts'

const many = 100

const reasonWhyNot = (count: number) =>
  count > 1 ? 'That is done with one at a time.' : 'There is nothing yet to go on from.'
/** For so long what is known of a result is taken as it is, unless an event told otherwise. */
const freshMs = 10_000

/** The ways on from results, loaded when somebody first asks for them, or opens an item. */
export function useActs(room: Omit<ChainRoom, 'client'>, isOpen: boolean) {
  const client = useQueryClient()
  const [open, setOpen] = useState<OpenChain | null>(null)
  useEffect(() => {
    if (!isOpen) return
    void import('./chain/open-chain.ts').then(({ openChain }) => setOpen(() => openChain))
  }, [isOpen])

  const all = { ...room, client }
  const chain = async () => (await import('./chain/open-chain.ts')).openChain(all)
  const record = (id: string) => client.fetchQuery({ ...generationQuery(id), staleTime: freshMs })
  const actsOfSeqs = async (seqs: readonly number[]): Promise<Act[]> => {
    const found = await fetchTiles(client, seqs.slice(0, many))
    const records = await Promise.all(found.map(({ id }) => record(id)))
    const [only] = records
    const ways = await chain()
    return records.length === 1 && only ? ways.actsOf(only) : ways.actsOfMany(records)
  }

  return {
    /** Of an open item, for as long as it is open; empty for the moment until they are loaded. */
    actsOf: (shown: Generation, frame?: () => ClipFrame | null): Act[] =>
      open ? open(all).actsOf(shown, frame) : [],
    /** Of one or a selection, in the order in which they are to be taken: for a menu on the wall. */
    actsOfSeqs,
    /** For a key on the wall: does it, or says why not. */
    run: (name: ShortcutName, seqs: readonly number[]) =>
      void actsOfSeqs(seqs)
        .then((acts) => {
          const act = acts.find((each) => each.name === name)
          if (act && !act.unavailable) act.run()
          else room.tell(act?.unavailable ?? reasonWhyNot(seqs.length), true)
        })
        .catch((error: Error) => room.tell(error.message, true)),
  }
}

export type Acts = ReturnType<typeof useActs>
