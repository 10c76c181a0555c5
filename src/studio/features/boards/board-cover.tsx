import { Images } from 'lucide-react'

type BoardCoverProps = { cover: string | null }

/** The newest thing to see on a board, small. */
export function BoardCover({ cover }: BoardCoverProps) {
  return cover ? (
    <img
      src={cover}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      className="size-7 shrink-0 rounded-sm bg-raised object-cover"
    />
  ) : (
    <span className="flex size-7 shrink-0 items-center justify-center rounded-sm bg-raised text-quiet">
      <Images size={14} aria-hidden />
    </span>
  )
}
