type LiveRegionProps = { message: string }

/** Spoken politely by a screen reader when it changes, seen by nobody. */
export function LiveRegion({ message }: LiveRegionProps) {
  return (
    <output aria-live="polite" aria-atomic className="sr-only">
      {message}
    </output>
  )
}
