type FoundCountProps = { total: number | null; isNarrowed: boolean }

const number = new Intl.NumberFormat('en-GB')

/** How many the wall shows, told also to those who do not see it. */
export function FoundCount({ total, isNarrowed }: FoundCountProps) {
  return (
    <output className="shrink-0 text-dense text-quiet tabular-nums">
      {total !== null && (
        <>
          {number.format(total)}
          <span className={isNarrowed ? '' : 'sr-only'}> found</span>
        </>
      )}
    </output>
  )
}
