import { Film, ImageOff, Link } from 'lucide-react'
import type { MediaLook } from './media-look.ts'
import { mediaWords } from './media-words.ts'

type HeldMediaProps = {
  look: MediaLook
  label: string
  wordsId: string
  /** Where there is room for size and seconds only. */
  isShort?: boolean
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url)

/** What is known of it, in words: also of what cannot be shown. */
export function heldWords({ ref, facts }: MediaLook): string {
  if ('url' in ref) return `${ref.url} · Luma fetches it`
  if (facts === null) return 'This is not there any more: choose another.'
  if (facts === undefined) return 'Being looked up'
  return mediaWords(facts)
}

/** The picture or clip in a place, whole, with its size and length below. */
export function HeldMedia({ look, label, wordsId, isShort = false }: HeldMediaProps) {
  const { ref, facts, still } = look
  const isClip = facts?.medium === 'video'
  const words = heldWords(look)
  const Icon = 'url' in ref ? Link : facts === null ? ImageOff : Film
  return (
    <>
      <div
        className={`relative flex w-full ${still || (facts === undefined && !('url' in ref)) ? 'aspect-video' : 'h-16'} items-center justify-center overflow-hidden bg-page`}
      >
        {still ? (
          <img
            src={still}
            alt={`${label}: ${isClip ? 'clip' : 'picture'}`}
            draggable={false}
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <span className="grid max-w-full justify-items-center gap-1 px-3 text-dense text-quiet">
            {(facts !== undefined || 'url' in ref) && <Icon size={20} aria-hidden />}
            {'url' in ref && <span className="max-w-full truncate">{hostOf(ref.url)}</span>}
          </span>
        )}
        {isClip && still && (
          <span
            aria-hidden
            className="absolute right-1 bottom-1 inline-flex items-center gap-1 rounded-sm bg-black/70 px-1 text-mark text-white tabular-nums"
          >
            <Film size={11} />
            {facts.duration_s !== undefined && `${facts.duration_s.toFixed(1)} s`}
          </span>
        )}
      </div>
      <p
        id={wordsId}
        className={`truncate px-2 pt-1 text-mark tabular-nums ${facts === null ? 'text-bad' : 'text-quiet'}`}
        title={words}
      >
        {isShort ? words.replace(/ · \d+ frames?$/, '') : words}
      </p>
    </>
  )
}
