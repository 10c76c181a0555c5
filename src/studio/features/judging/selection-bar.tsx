import { useQueryClient } from '@tanstack/react-query'
import {
  Ban,
  Check,
  Download,
  Eraser,
  Eye,
  Heart,
  type LucideIcon,
  PanelsTopLeft,
  RotateCcw,
  SlidersHorizontal,
  Star,
  Tag,
  Trash2,
  Undo2,
  X,
} from 'lucide-react'
import { knownMarks } from '../../api/marks.ts'
import { countOf } from '../../lib/count-of.ts'
import { keyNames } from '../../lib/key-names.ts'
import { type ShortcutName, shortcuts } from '../../lib/shortcuts.ts'
import { favouriteChange, reviewChange } from './judging-keys.ts'
import { useJudging } from './use-judging.ts'

type SelectionBarProps = {
  seqs: readonly number[]
  isTrash: boolean
  onClear: () => void
  onTag: () => void
  onBoard: () => void
  onDownload: () => void
  /** Only where exactly one is selected. */
  onReuse?: (() => void) | undefined
  onRunAgain?: (() => void) | undefined
}

type Press = {
  label: string
  icon: LucideIcon
  run: () => void
  key?: ShortcutName
  words?: string
}

const number = new Intl.NumberFormat('en-GB')

/** What can be done with everything that is selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { seqs, isTrash, onClear } = props
  const client = useQueryClient()
  const { change, toTrash, restore, erase } = useJudging()
  const known = () => knownMarks(client, seqs)
  const goneBy = (act: (chosen: readonly number[]) => void) => () => {
    act(seqs)
    onClear()
  }
  const judge: Press[] = [
    {
      label: 'Favourite',
      icon: Heart,
      key: 'favourite',
      run: () => void change(seqs, favouriteChange(known())),
    },
    {
      label: 'Pick',
      icon: Check,
      key: 'pick',
      run: () => void change(seqs, reviewChange(known(), 'pick')),
    },
    {
      label: 'Reject',
      icon: Ban,
      key: 'reject',
      run: () => void change(seqs, reviewChange(known(), 'reject')),
    },
    {
      label: 'Look at again',
      icon: Eye,
      key: 'review',
      run: () => void change(seqs, reviewChange(known(), 'review')),
    },
  ]
  const { onReuse, onRunAgain } = props
  const onWall: Press[] = [
    { label: 'Tags', words: 'Tags', icon: Tag, key: 'tag', run: props.onTag },
    { label: 'Boards', words: 'Boards', icon: PanelsTopLeft, key: 'board', run: props.onBoard },
    { label: 'Download', words: 'Download', icon: Download, run: props.onDownload },
    ...(onReuse
      ? [
          {
            label: 'Use these settings',
            icon: SlidersHorizontal,
            key: 'reuse',
            run: onReuse,
          } as const,
        ]
      : []),
    ...(onRunAgain
      ? [{ label: 'Run again', icon: RotateCcw, key: 'again', run: onRunAgain } as const]
      : []),
    { label: 'To the trash', icon: Trash2, key: 'trash', run: goneBy(toTrash) },
  ]
  const inTrash: Press[] = [
    { label: 'Restore', words: 'Restore', icon: Undo2, run: goneBy(restore) },
    { label: 'Erase', words: 'Erase…', icon: Eraser, run: () => erase(seqs, onClear) },
  ]
  return (
    <div
      role="toolbar"
      aria-label="Selection"
      className="flex h-12 items-center gap-1 overflow-x-auto border-t bg-panel px-2 [scrollbar-width:none]"
    >
      <PressButton press={{ label: 'Clear the selection', icon: X, run: onClear }} />
      <output
        className="shrink-0 pr-2 whitespace-nowrap tabular-nums"
        aria-label={`${countOf(seqs.length, 'generation')} selected`}
      >
        {number.format(seqs.length)} selected
      </output>
      {!isTrash && (
        <>
          <Line />
          {[1, 2, 3, 4, 5].map((stars) => (
            <PressButton
              key={stars}
              press={{
                label: `Give ${countOf(stars, 'star')}`,
                icon: Star,
                words: String(stars),
                run: () => void change(seqs, { stars }),
              }}
              isDense
            />
          ))}
          <PressButton
            press={{
              label: 'No stars',
              icon: Star,
              words: '0',
              run: () => void change(seqs, { stars: 0 }),
            }}
            isDense
          />
          <Line />
          {judge.map((press) => (
            <PressButton key={press.label} press={press} />
          ))}
          <Line />
        </>
      )}
      {(isTrash ? inTrash : onWall).map((press) => (
        <PressButton key={press.label} press={press} />
      ))}
    </div>
  )
}

const Line = () => <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />

type PressButtonProps = { press: Press; isDense?: boolean }

function PressButton({ press, isDense }: PressButtonProps) {
  const { label, icon: Icon, run, key, words } = press
  const caps = key && keyNames(shortcuts[key].keys[0]).join(' ')
  return (
    <button
      type="button"
      aria-label={label}
      title={caps ? `${label} (${caps})` : label}
      onClick={run}
      className={`inline-flex h-8 shrink-0 items-center justify-center rounded whitespace-nowrap text-quiet hover:bg-raised hover:text-ink focus-visible:-outline-offset-2 max-md:h-10 ${isDense ? 'min-w-7 gap-0.5 px-1 tabular-nums max-md:min-w-10' : `min-w-8 gap-2 max-md:min-w-10 ${words ? 'px-2' : ''}`}`}
    >
      {isDense ? <span>{words}</span> : <Icon size={16} aria-hidden />}
      {isDense ? <Icon size={11} aria-hidden /> : words}
    </button>
  )
}
