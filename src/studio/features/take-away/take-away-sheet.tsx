import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { createExport, fileHref, type TakeAway } from '../../api/exports.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { recallChoices, rememberChoices } from './choices.ts'
import { templateProblem } from './name-example.ts'
import { goTo } from './go-to.ts'
import { TemplateField } from './template-field.tsx'

type TakeAwaySheetProps = {
  /** In the order in which they are numbered. */
  seqs: readonly number[]
  /** The only one, when there is one. */
  id?: string | undefined
  onClose: () => void
}

const count = new Intl.NumberFormat('en-GB')

/** Takes one file, or many as a ZIP, to wherever this browser puts downloads. */
export function TakeAwaySheet({ seqs, id, onClose }: TakeAwaySheetProps) {
  const [choices, setChoices] = useState(() => recallChoices())
  const ticket = useMutation(createExport())
  const isOne = seqs.length === 1 && id !== undefined
  const change = (part: Partial<TakeAway>) => setChoices({ ...choices, ...part })
  const isBroken = templateProblem(choices.template) !== null

  const take = () => {
    if (isBroken || ticket.isPending) return
    rememberChoices(choices)
    if (isOne) {
      goTo(fileHref(id, 0, choices))
      onClose()
      return
    }
    ticket.mutate({ seqs, ...choices }, { onSuccess: ({ href }) => goTo(href) })
  }

  return (
    <Sheet
      title={isOne ? 'Download' : `Download ${count.format(seqs.length)}`}
      isOpen
      onClose={onClose}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <TemplateField
          template={choices.template}
          onChange={(template) => change({ template })}
          ending="png"
        />
        <div className="-mx-2">
          <Switch
            label="Write what made it into the files"
            note={
              choices.metadata
                ? 'Prompt, settings, ids, times and price, as XMP in pictures and tags in clips. The key and the folders of this machine are never in it.'
                : 'The bytes go as they came. Nothing of the prompt or the settings is in them.'
            }
            isOn={choices.metadata}
            onChange={(metadata) => change({ metadata })}
          />
        </div>
        {!isOne && (
          <p className="text-dense text-quiet">
            One ZIP with every file and a list of them: requests, ids, times and prices.
          </p>
        )}
        {ticket.error && (
          <div role="alert">
            <Reason id="take-away-problem" tone="bad" text={ticket.error.detail} />
          </div>
        )}
        <div className="flex flex-wrap items-center justify-end gap-3">
          {ticket.data && (
            <output className="mr-auto text-dense text-quiet tabular-nums">
              {`${count.format(ticket.data.files)} files, ${formatBytes(ticket.data.bytes)}: your browser is saving it.`}
            </output>
          )}
          <Button onClick={onClose}>{ticket.data ? 'Close' : 'Cancel'}</Button>
          <Button
            type="submit"
            look="primary"
            aria-disabled={isBroken || undefined}
            aria-busy={ticket.isPending}
            className="aria-disabled:opacity-50"
          >
            {isOne ? 'Download' : 'Download ZIP'}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
