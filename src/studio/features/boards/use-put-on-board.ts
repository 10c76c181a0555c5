import { useMutation, useQueryClient } from '@tanstack/react-query'
import { putOnBoard, takeOffBoard } from '../../api/boards.ts'
import { wallQuery } from '../../api/wall.ts'
import { useToast } from '../../ui/use-toast.ts'
import { boardFind } from './board-find.ts'

type Named = { id: string; name: string }
type Seqs = readonly number[]

/** Puts generations on a board or takes them off, and says what became of it. */
export function usePutOnBoard() {
  const client = useQueryClient()
  const put = useMutation(putOnBoard(client))
  const take = useMutation(takeOffBoard(client))
  const say = useToast()

  const takeOff = ({ id, name }: Named, seqs: Seqs) =>
    take.mutate(
      { id, seqs },
      {
        onSuccess: ({ changed }) => say({ text: `${changed} taken off “${name}”` }),
        onError: ({ detail }) => say({ text: `Still on “${name}”. ${detail}`, tone: 'bad' }),
      },
    )

  async function notYetOn(id: string, seqs: Seqs): Promise<Seqs | null> {
    const find = boardFind({ id, find: null })
    const wall = await client.fetchQuery(wallQuery(find)).catch(() => null)
    if (!wall) return null
    const there = new Set(wall.seqs)
    return seqs.filter((seq) => !there.has(seq))
  }

  /** What was there before stays there when it is undone. */
  async function putOn(board: Named, seqs: Seqs) {
    const { id, name } = board
    const fresh = await notYetOn(id, seqs)
    const count = (fresh ?? seqs).length
    const undo = fresh?.length ? { label: 'Undo', run: () => takeOff(board, fresh) } : null
    put.mutate(
      { id, seqs },
      {
        onSuccess: () =>
          say({
            text: count ? `${count} put on “${name}”` : `Already on “${name}”`,
            ...(undo && { act: undo }),
          }),
        onError: ({ detail }) => say({ text: `Not put on “${name}”. ${detail}`, tone: 'bad' }),
      },
    )
  }

  return { putOn: (board: Named, seqs: Seqs) => void putOn(board, seqs), takeOff }
}
