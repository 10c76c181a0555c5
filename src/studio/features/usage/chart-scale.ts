/** A budget this many times beyond the highest day would press all bars flat. */
const farBeyond = 4

const steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
/** So that the line of the budget is not the edge. */
const headroom = 1.1

/** The next round sum above one. */
export function roundAbove(usd: number): number {
  if (usd <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(usd))
  return power * (steps.find((step) => step * power >= usd - 1e-9) ?? 10)
}

/** What the chart goes up to, and whether a budget's line is within it. */
export function chartScale(spent: readonly number[], budget: number | null) {
  const most = Math.max(0, ...spent)
  const isBudgetShown = budget !== null && budget > 0 && (most === 0 || budget <= most * farBeyond)
  return { top: roundAbove(Math.max(most, isBudgetShown ? budget * headroom : 0)), isBudgetShown }
}
