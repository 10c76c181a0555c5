type ProgressBarProps = { label: string; fraction: number }

/** A measured or estimated share, 0..1. Not for work of which nobody knows how long it takes. */
export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      max={100}
      value={Math.round(Math.min(1, Math.max(0, fraction)) * 100)}
      className="bar block h-0.5 w-full"
    />
  )
}
