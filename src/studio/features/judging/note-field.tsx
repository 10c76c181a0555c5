import { useEffect, useEffectEvent, useId, useState } from 'react'
import { noteMemory } from './note-memory.ts'

type NoteFieldProps = {
  seq: number
  note: string
  /** Whether it was saved. */
  onNote: (note: string) => Promise<boolean>
}

const stillMs = 800
const mostLetters = 4000

/** A note that saves itself; what could not be saved is kept here until it can. */
export function NoteField({ seq, note, onNote }: NoteFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState(() => noteMemory.read(seq))
  const [status, setStatus] = useState<'saved' | 'saving' | 'unsaved' | null>(
    typed === null ? null : 'unsaved',
  )
  const save = async () => {
    if (typed === null || status === 'saving') return
    const sent = typed
    setStatus('saving')
    noteMemory.keep(seq, sent)
    const isSaved = sent === note || (await onNote(sent))
    if (!isSaved) return setStatus('unsaved')
    noteMemory.forget(seq)
    setTyped((now) => (now === sent ? null : now))
    setStatus('saved')
  }
  const rest = useEffectEvent(save)
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => void rest(), stillMs)
    return () => clearTimeout(timer)
  }, [typed])
  const leave = useEffectEvent(async () => {
    if (typed !== null && (typed === note || (await onNote(typed)))) noteMemory.forget(seq)
  })
  useEffect(() => () => void leave(), [])
  return (
    <div className="grid gap-1">
      <textarea
        aria-label="Note"
        aria-describedby={`${id}-status`}
        rows={3}
        maxLength={mostLetters}
        placeholder="Note"
        value={typed ?? note}
        onChange={(event) => {
          setTyped(event.target.value)
          noteMemory.keep(seq, event.target.value)
        }}
        onBlur={() => void save()}
        className="field-sizing-content max-h-60 min-h-16 w-full resize-none rounded border border-line bg-page px-2 py-1 placeholder:text-quiet"
      />
      <div className="flex h-5 items-center justify-between text-dense">
        <output id={`${id}-status`} className={status === 'unsaved' ? 'text-bad' : 'text-quiet'}>
          {status === 'saving' && 'Saving…'}
          {status === 'saved' && typed === null && 'Saved'}
          {status === 'unsaved' && 'Not saved; kept in this browser.'}
        </output>
        {status === 'unsaved' && (
          <button
            type="button"
            onClick={() => void save()}
            className="underline underline-offset-2"
          >
            Save again
          </button>
        )}
      </div>
    </div>
  )
}
