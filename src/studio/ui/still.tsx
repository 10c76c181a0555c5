import { thumbHashToDataURL } from 'thumbhash'

type StillProps = { src: string; alt: string; thumbhash: string | null; className?: string }

function blurOf(thumbhash: string | null) {
  if (!thumbhash) return undefined
  try {
    const bytes = Uint8Array.from(atob(thumbhash), (sign) => sign.charCodeAt(0))
    return `url(${thumbHashToDataURL(bytes)})`
  } catch {
    return undefined
  }
}

/** A small picture that is there, blurred, before its bytes are. */
export function Still({ src, alt, thumbhash, className = '' }: StillProps) {
  return (
    <img
      src={src}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      className={`bg-raised bg-cover object-cover ${className}`}
      style={{ backgroundImage: blurOf(thumbhash) }}
    />
  )
}
