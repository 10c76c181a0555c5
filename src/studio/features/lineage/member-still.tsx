import { CircleAlert, Ellipsis, Play } from 'lucide-react'
import type { FamilyMember } from '#contract/family.ts'
import { isSettled } from '#contract/generation.ts'
import { Still } from '../../ui/still.tsx'

/** Small, whole, in its own shape; a sign where there is no picture. */
export function MemberStill({ member }: { member: FamilyMember }) {
  const { still, state } = member
  if (!still) {
    const Icon = isSettled(state) ? CircleAlert : Ellipsis
    return (
      <span className="flex size-full items-center justify-center rounded-sm bg-raised text-quiet">
        <Icon size={16} aria-hidden />
      </span>
    )
  }
  const { sha256, medium, thumbhash, width, height } = still
  return (
    <span className="relative flex size-full items-center justify-center">
      <span
        className="relative block max-h-full max-w-full overflow-hidden rounded-sm"
        style={{
          aspectRatio: `${width} / ${height}`,
          [width >= height ? 'width' : 'height']: '100%',
        }}
      >
        <Still
          src={`/media/${sha256}/${medium === 'video' ? 'poster' : 'thumb'}`}
          alt=""
          thumbhash={thumbhash}
          className="size-full"
        />
        {medium === 'video' && (
          <span className="absolute bottom-0.5 left-0.5 rounded-sm bg-black/65 p-0.5 text-white">
            <Play size={8} fill="currentColor" aria-hidden />
          </span>
        )}
      </span>
    </span>
  )
}
