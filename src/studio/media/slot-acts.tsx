import { Images, RefreshCw, Scissors, Trash2 } from 'lucide-react'
import { IconButton } from '../ui/icon-button.tsx'
import type { ArrivedMedia } from './where-to.ts'
import type { Taking } from './use-taking.ts'

type SlotActsProps = {
  label: string
  /** What stands there; `null` while nothing is known of it. */
  media: ArrivedMedia | null
  taking: Taking
  describedBy: string | undefined
  onReplace: () => void
  onRemove: () => void
}

/** What can be done with what stands in a place. */
export function SlotActs(props: SlotActsProps) {
  const { label, media, taking, describedBy, onReplace, onRemove } = props
  const isClip = media?.medium === 'video'
  const ask = (is: 'frame' | 'trim') => {
    if (media) taking.ask({ is, media, at: undefined })
  }
  return (
    <div className="flex gap-1">
      <IconButton
        label={`${label}: replace`}
        icon={RefreshCw}
        aria-describedby={describedBy}
        onClick={onReplace}
      />
      {isClip && taking.place.holds === 'image' && (
        <IconButton
          label={`${label}: use a frame of this clip`}
          icon={Images}
          onClick={() => ask('frame')}
        />
      )}
      {isClip && taking.place.holds === 'video' && (
        <IconButton label={`${label}: trim`} icon={Scissors} onClick={() => ask('trim')} />
      )}
      <IconButton label={`${label}: remove`} icon={Trash2} onClick={onRemove} />
    </div>
  )
}
