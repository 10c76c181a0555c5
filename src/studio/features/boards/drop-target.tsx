import { type DragEvent, type ReactNode, useState } from 'react'
import { carriesSeqs, readDragSeqs } from '../../media/drag-seqs.ts'

type DropTargetProps = {
  label: string
  onSeqs: (seqs: number[]) => void
  children: ReactNode
}

/** Where dragged generations can be let go. Without a mouse the key of the boards does the same. */
export function DropTarget({ label, onSeqs, children }: DropTargetProps) {
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!carriesSeqs(event.dataTransfer)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setIsOver(true)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a place to drop
    <li
      aria-label={label}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        const seqs = readDragSeqs(event.dataTransfer)
        if (seqs.length) onSeqs(seqs)
      }}
      className={`flex h-12 max-w-56 min-w-32 shrink-0 items-center gap-2 rounded border px-2 *:pointer-events-none ${isOver ? 'border-accent bg-selected' : 'border-line bg-raised'}`}
    >
      {children}
    </li>
  )
}
