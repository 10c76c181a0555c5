import { useQuery } from '@tanstack/react-query'
import { Circle, CircleOff } from 'lucide-react'
import { streamQuery } from '../api/events.ts'
import { healthQuery } from '../api/health.ts'

/** Who answers, and whether anybody does. */
export function UpstreamLine() {
  const { data: health, isError } = useQuery(healthQuery())
  const { data: stream } = useQuery(streamQuery())
  const isAway = isError || stream === 'lost'
  const Icon = isAway ? CircleOff : Circle
  return (
    <footer className="flex h-9 shrink-0 items-center gap-2 border-t px-4 text-dense text-quiet">
      <Icon size={8} fill={isAway ? 'none' : 'currentColor'} aria-hidden />
      {isAway && <p>Connection lost, trying again</p>}
      {!isAway && health?.engine === 'local' && (
        <p>
          <span className="text-ink">Local engine</span>: procedural, made on this machine
        </p>
      )}
      {!isAway && health?.engine === 'luma' && <p className="text-ink">Luma</p>}
    </footer>
  )
}
