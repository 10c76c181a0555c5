import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react'
import { useTypedWords } from './use-typed-words.ts'

type SearchFieldProps = {
  field: RefObject<HTMLInputElement | null>
  q: string
  placeholder: string
  onWords: (q: string) => void
  onLeave: () => void
  /** Backspace with nothing before it. */
  onBackspace: () => void
  /** What the search is narrowed by, before the words. */
  children?: ReactNode
}

/** Words to find, searched for while they are typed. */
export function SearchField(props: SearchFieldProps) {
  const { field, q, placeholder, onWords, onLeave, onBackspace, children } = props
  const id = useId()
  const { words, type, flush } = useTypedWords(q, onWords)
  const clear = () => {
    type('')
    onWords('')
    field.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      flush()
      onLeave()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (words) clear()
      else onLeave()
    } else if (event.key === 'Backspace' && words === '') {
      event.preventDefault()
      onBackspace()
    }
  }
  return (
    <div className="group relative flex h-8 min-w-0 flex-1 items-center rounded border border-line bg-page has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent max-md:h-10">
      <Search size={14} aria-hidden className="ml-2 shrink-0 text-quiet" />
      {children && (
        <div className="ml-2 flex max-w-[60%] items-center gap-1 overflow-x-auto py-1 [scrollbar-width:none]">
          {children}
        </div>
      )}
      <input
        ref={field}
        type="text"
        role="searchbox"
        inputMode="search"
        enterKeyHint="search"
        data-search
        aria-label="Search"
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        className="h-full min-w-16 flex-1 bg-transparent px-2 outline-none placeholder:text-quiet"
      />
      {words && (
        <button
          type="button"
          aria-label="Clear the words"
          title="Clear the words"
          onClick={clear}
          className="flex size-7 shrink-0 items-center justify-center rounded text-quiet hover:text-ink max-md:size-10"
        >
          <X size={14} aria-hidden />
        </button>
      )}
      <p
        id={`${id}-hint`}
        className={`absolute top-full left-0 z-30 mt-1 rounded border border-line bg-raised px-3 py-2 text-dense text-quiet ${words ? 'hidden' : 'hidden group-has-[input:focus]:block'}`}
      >
        Words of the prompt, or their beginnings.{' '}
        <span className="whitespace-nowrap">
          <b className="font-semibold text-ink">"in a row"</b> as they stand,
        </span>{' '}
        <span className="whitespace-nowrap">
          <b className="font-semibold text-ink">-not</b> without that word.
        </span>
      </p>
    </div>
  )
}
