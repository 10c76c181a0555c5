import type { World } from '#contract/generation.ts'
import { Button } from '../../ui/button.tsx'

type UsageEmptyProps = { world: World; onOther: () => void }

/** Where nothing was spent: why, and one thing to do about it. */
export function UsageEmpty({ world, onOther }: UsageEmptyProps) {
  const isLuma = world === 'luma'
  return (
    <div className="grid max-w-120 justify-items-start gap-3 py-12">
      <p className="text-title font-semibold">
        {isLuma ? 'Nothing was spent.' : 'Nothing was made here.'}
      </p>
      <p className="text-quiet">
        {isLuma
          ? 'The local engine is free: whatever it makes costs nothing, however often you try. Only what goes to Luma is counted here.'
          : 'What the local engine makes is free. Here it is counted at Luma’s prices, to tell what the same would have cost.'}
      </p>
      <Button onClick={onOther}>
        {isLuma ? 'See what the local engine’s would have cost' : 'See what went to Luma'}
      </Button>
    </div>
  )
}
