type DropGhostProps = { frame: number }

/** Where a picture that is dragged over the strip would stand. */
export function DropGhost({ frame }: DropGhostProps) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-8 bottom-0 left-0 w-0 border-l-2 border-dashed border-accent"
      style={
        {
          '--at': frame,
          transform: 'translateX(calc(var(--origin) + (var(--at) - var(--from)) * var(--per)))',
        } as React.CSSProperties
      }
    >
      <span className="absolute top-1 left-1 rounded-sm bg-accent px-1 text-mark font-semibold text-on-accent tabular-nums">
        {frame}
      </span>
    </div>
  )
}
