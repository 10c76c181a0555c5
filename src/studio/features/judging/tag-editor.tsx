import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { tagsQuery } from '../../api/tags.ts'

type TagEditorProps = {
  tags: readonly string[]
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
}

/** Tags as chips, and a field that knows all that were ever given. */
export function TagEditor({ tags, onAdd, onRemove }: TagEditorProps) {
  const id = useId()
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { data: known = [] } = useQuery(tagsQuery())
  const has = (tag: string) => tags.some((each) => each.toLowerCase() === tag.toLowerCase())
  const add = () => {
    const tag = words.trim().replace(/,$/, '').trim()
    if (tag && !has(tag)) onAdd(tag)
    setWords('')
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = tags.at(-1)
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Escape' && words) {
      event.preventDefault()
      event.stopPropagation()
      setWords('')
    } else if (event.key === 'Backspace' && words === '' && last) {
      event.preventDefault()
      onRemove(last)
    }
  }
  return (
    <div className="flex flex-wrap gap-1 rounded border border-line bg-page p-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          aria-label={`Remove tag ${tag}`}
          title={`Remove tag ${tag}`}
          onClick={() => {
            onRemove(tag)
            field.current?.focus()
          }}
          className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm bg-lifted pr-1 pl-2 text-dense max-md:h-8"
        >
          <span className="truncate">{tag}</span>
          <X size={12} aria-hidden className="shrink-0 text-quiet" />
        </button>
      ))}
      <input
        ref={field}
        data-tags
        aria-label="Add a tag"
        placeholder={tags.length ? '' : 'Add a tag'}
        list={`${id}-known`}
        autoComplete="off"
        value={words}
        maxLength={60}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={press}
        onBlur={add}
        className="h-6 min-w-20 flex-1 bg-transparent px-1 outline-none placeholder:text-quiet max-md:h-8"
      />
      <datalist id={`${id}-known`}>
        {known
          .filter(({ tag }) => !has(tag))
          .map(({ tag }) => (
            <option key={tag}>{tag}</option>
          ))}
      </datalist>
    </div>
  )
}
