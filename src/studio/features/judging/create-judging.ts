import type { QueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import type { MarksChange } from '#contract/marks.ts'
import type { Tile } from '#contract/wall.ts'
import { ApiError } from '../../api/api-error.ts'
import { changeMarks, knownMarks, sendMarks, showChange } from '../../api/marks.ts'
import { fetchTiles } from '../../api/tiles.ts'
import { moveToTrash, restoreFromTrash } from '../../api/trash.ts'
import { countOf } from '../../lib/count-of.ts'
import type { SayToast } from '../../ui/use-toast.ts'
import type { Judging } from './judging.ts'
import { markWords } from './mark-words.ts'
import { unmark } from './unmark.ts'

type Seqs = readonly number[]

const asTile =
  ({ favourite, stars, review }: MarksChange) =>
  (tile: Tile): Tile => ({
    ...tile,
    ...(favourite !== undefined && { favourite }),
    ...(stars !== undefined && { stars }),
    ...(review !== undefined && { review }),
  })

/** What is not in memory is looked up before it is changed, so that it can be taken back. */
const mostAskedFor = 1000

/** Judging without a page: decisions are sent in the order in which they were made. */
export function createJudging(client: QueryClient, say: SayToast): Omit<Judging, 'erase'> {
  let line: Promise<unknown> = Promise.resolve()
  let takeLastBack: (() => void) | null = null

  const readAgain = (...keys: string[]) =>
    Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })))

  async function inTurn(send: () => Promise<unknown>): Promise<ApiError | null> {
    const turn = line.then(send)
    line = turn.catch(() => undefined)
    try {
      await turn
      return null
    } catch (error) {
      if (error instanceof ApiError) return error
      throw error
    }
  }

  function canBeTakenBack(back: () => void) {
    takeLastBack = back
    return {
      label: 'Undo',
      run: () => {
        if (takeLastBack === back) takeLastBack = null
        back()
      },
    }
  }

  async function mark(seqs: Seqs, wanted: MarksChange) {
    const before = knownMarks(client, seqs)
    const others = before.size < seqs.length && seqs.length <= mostAskedFor
    const unknown = others ? seqs.filter((seq) => !before.has(seq)) : []
    const takeBack = showChange(client, seqs, asTile(wanted), (record) => ({
      ...record,
      marks: changeMarks(record.marks, wanted),
    }))
    const refusal = await inTurn(async () => {
      const asked = await fetchTiles(client, unknown).catch(() => [])
      for (const { seq, ...marks } of asked) before.set(seq, marks)
      await sendMarks(seqs, wanted)
    })
    if (refusal) {
      takeBack()
      say({ text: `Not saved. ${refusal.detail}`, tone: 'bad' })
    }
    void readAgain('generation', 'facets', 'tags')
    return { refusal, before }
  }

  async function change(seqs: Seqs, wanted: MarksChange) {
    const { refusal, before } = await mark(seqs, wanted)
    if (refusal) return refusal
    const steps = unmark(seqs, wanted, before)
    const act =
      steps &&
      canBeTakenBack(() => {
        for (const step of steps) void mark(step.seqs, step.change)
      })
    if (seqs.length > 1) say({ text: markWords(seqs.length, wanted), ...(act && { act }) })
    return null
  }

  async function move(seqs: Seqs, isTrashed: boolean, isBack = false) {
    const trashed_at = isTrashed ? new Date().toISOString() : null
    const takeBack = showChange(
      client,
      seqs,
      (tile) => ({ ...tile, trashed: isTrashed }),
      (record: Generation) => ({ ...record, trashed_at }),
    )
    const refusal = await inTurn(() => (isTrashed ? moveToTrash : restoreFromTrash)(seqs))
    void readAgain('wall', 'generation', 'facets', 'boards')
    const many = countOf(seqs.length, 'generation')
    if (refusal) {
      takeBack()
      say({ text: `Nothing was moved. ${refusal.detail}`, tone: 'bad' })
      return
    }
    const text = isTrashed ? `${many} moved to the trash` : `${many} put back on the wall`
    const act = canBeTakenBack(() => void move(seqs, !isTrashed, true))
    say(isBack ? { text } : { text, act })
  }

  return {
    change,
    toTrash: (seqs) => void move(seqs, true),
    restore: (seqs) => void move(seqs, false),
    undo: () => {
      const back = takeLastBack
      takeLastBack = null
      if (back) back()
      else say({ text: 'There is nothing to take back.' })
    },
  }
}
