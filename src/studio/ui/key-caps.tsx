type KeyCapsProps = { keys: readonly string[] }

/** Keys as they are printed on the keyboard. */
export function KeyCaps({ keys }: KeyCapsProps) {
  return (
    <span className="inline-flex gap-1 pointer-coarse:hidden">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-raised px-1 font-sans text-mark text-ink"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
