import { useQuery } from '@tanstack/react-query'
import { Heart } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { boardsQuery } from '../../api/boards.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { DecisionRow } from './decision-row.tsx'
import { NoteField } from './note-field.tsx'
import { StarRow } from './star-row.tsx'
import { TagEditor } from './tag-editor.tsx'
import { useJudging } from './use-judging.ts'

type MarksPanelProps = { record: Generation; onBoard: () => void }

/** A person's judgement of one generation, all of it. */
export function MarksPanel({ record, onBoard }: MarksPanelProps) {
  const { seq, marks, boards } = record
  const { change } = useJudging()
  const { data: known = [] } = useQuery({ ...boardsQuery(), enabled: boards.length > 0 })
  const names = known.filter(({ id }) => boards.includes(id)).map(({ name }) => name)
  const seqs = [seq]
  return (
    <section aria-label="Judge" className="grid gap-3 p-4">
      <div className="-ml-2 flex h-8 items-center justify-between max-md:h-10">
        <StarRow stars={marks.stars} onStars={(stars) => void change(seqs, { stars })} />
        <IconButton
          label="Favourite"
          icon={Heart}
          isOn={marks.favourite}
          onClick={() => void change(seqs, { favourite: !marks.favourite })}
          className={marks.favourite ? '[&>svg]:fill-current' : ''}
        />
      </div>
      <DecisionRow review={marks.review} onReview={(review) => void change(seqs, { review })} />
      <TagEditor
        tags={marks.tags}
        onAdd={(tag) => void change(seqs, { add_tags: [tag] })}
        onRemove={(tag) => void change(seqs, { remove_tags: [tag] })}
      />
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 truncate text-dense text-quiet" title={names.join(', ')}>
          {names.length ? `On ${names.join(', ')}` : 'On no board'}
        </p>
        <Button onClick={onBoard} aria-haspopup="dialog">
          Boards
        </Button>
      </div>
      <NoteField
        key={seq}
        seq={seq}
        note={marks.note}
        onNote={async (note) => (await change(seqs, { note })) === null}
      />
    </section>
  )
}
