import { useState } from 'react'
import { keepsWords, setKeepsWords } from './keep-words.ts'

/** Whether the words being written stay when going on from something. */
export function KeepWordsSwitch() {
  const [keeps, setKeeps] = useState(() => keepsWords())
  return (
    <label className="flex min-h-8 items-center gap-2 px-1 text-dense text-quiet hover:text-ink max-md:min-h-10">
      <input
        type="checkbox"
        checked={keeps}
        onChange={() => {
          setKeeps(!keeps)
          setKeepsWords(!keeps)
        }}
        className="accent-accent"
      />
      Keep the words I am writing
    </label>
  )
}
