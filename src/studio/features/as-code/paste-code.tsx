import { useId, useState } from 'react'
import type { Draft } from '#contract/draft.ts'
import { kindWords } from '../../lib/kind-words.ts'
import { startOf } from '../../lib/start-of.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { codeLook } from './code-look.ts'
import { type Fault, type Read, readCode } from './read-code.ts'

type PasteCodeProps = {
  idHere: (upstreamId: string) => string | undefined
  onFill: (draft: Draft) => void
}

/** The way back: pasted JSON or curl, read at once and taken over only when asked to. */
export function PasteCode({ idHere, onFill }: PasteCodeProps) {
  const id = useId()
  const [text, setText] = useState('')
  const read = text.trim() ? readCode(text, { idHere }) : null
  const isRefused = read !== null && 'faults' in read
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="text-title font-semibold">
        Fill the form from code
      </label>
      <textarea
        id={id}
        rows={5}
        spellCheck={false}
        placeholder="Paste JSON or a curl command"
        aria-invalid={isRefused || undefined}
        aria-describedby={`${id}-read`}
        className={`${codeLook} max-h-48 resize-y placeholder:text-quiet ${isRefused ? 'border-bad' : ''}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div id={`${id}-read`} aria-live="polite" className="grid gap-1">
        {read && <ReadWords id={id} read={read} />}
      </div>
      {read && 'draft' in read && (
        <div className="flex items-center gap-3">
          <Button
            look="primary"
            onClick={() => {
              onFill(read.draft)
              setText('')
            }}
          >
            Fill the form
          </Button>
          <span className="text-dense text-quiet">It replaces what stands there now.</span>
        </div>
      )}
    </div>
  )
}

const told = ({ path, reason }: Fault) => (path ? `${path}: ${reason}` : reason)

function ReadWords({ id, read }: { id: string; read: Read }) {
  const isTaken = 'draft' in read
  const list = isTaken ? read.left : read.faults
  return (
    <>
      {isTaken && (
        <p className="text-dense">
          {kindWords(read.draft.type)}: {startOf(read.draft.prompt) || 'no words'}
        </p>
      )}
      {list.map((fault, index) => (
        <Reason
          key={told(fault)}
          id={`${id}-${index}`}
          tone={isTaken ? 'warn' : 'bad'}
          text={told(fault)}
        />
      ))}
    </>
  )
}
