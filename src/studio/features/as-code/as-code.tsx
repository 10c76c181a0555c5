import { useState } from 'react'
import type { Draft } from '#contract/draft.ts'
import { type FactsOf, nothingKnown } from '#contract/media-ref.ts'
import { check, refuses } from '#contract/rules.ts'
import { Reason } from '../../ui/reason.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { codeOf, type Language, languages } from './code-of.ts'
import { CodeView } from './code-view.tsx'
import { PasteCode } from './paste-code.tsx'
import { useNames } from './use-names.ts'

type AsCodeProps = { draft: Draft; factsOf?: FactsOf; onFill: (draft: Draft) => void }

const names: Record<Language, string> = {
  curl: 'curl',
  python: 'Python',
  typescript: 'TypeScript',
  json: 'JSON',
}

const notes: Record<Language, string> = {
  curl: 'Sends the request; the answer has the id to ask after. The key is read from LUMA_AGENTS_API_KEY.',
  python: 'With Luma’s own package. The key is read from LUMA_AGENTS_API_KEY.',
  typescript: 'With Luma’s own package. The key is read from LUMA_AGENTS_API_KEY.',
  json: 'Paste it below, here or later, to have these settings again.',
}

const idNote = ' Pictures go by their ids in this studio, which only this studio knows.'

/** The request for those who would send it themselves, and the way from code into the form. */
export function AsCode({ draft, factsOf = nothingKnown, onFill }: AsCodeProps) {
  const [language, setLanguage] = useState<Language>('curl')
  const { nameOf, idHere } = useNames(draft)
  const code = codeOf(draft, { nameOf })
  const refusal = check(draft, factsOf).find(refuses)
  const hasIds = /"(upload|generation)_id":/.test(code.json)
  return (
    <div className="grid min-w-0 gap-4">
      <Segmented
        label="Language"
        segments={languages.map((value) => ({ value, label: names[value] }))}
        value={language}
        onChange={setLanguage}
      />
      {refusal && (
        <Reason
          id="as-code-refusal"
          tone="warn"
          text={`Luma would refuse this as it stands: ${refusal.reason}`}
        />
      )}
      <CodeView
        name={names[language]}
        text={code[language]}
        note={notes[language] + (language === 'json' && hasIds ? idNote : '')}
        files={language === 'json' ? [] : code.files}
      />
      <div className="border-t pt-4">
        <PasteCode idHere={idHere} onFill={onFill} />
      </div>
    </div>
  )
}
