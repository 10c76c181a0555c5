import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CirclePause, Play } from 'lucide-react'
import { pauseQueue, resumeQueue } from '../../api/queue.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/use-toast.ts'

/** Holds everything that has not left, or lets it go again. */
export function HoldButton({ isPaused }: { isPaused: boolean }) {
  const client = useQueryClient()
  const say = useToast()
  const pause = useMutation(pauseQueue(client))
  const resume = useMutation(resumeQueue(client))
  const act = isPaused ? resume : pause
  const Icon = isPaused ? Play : CirclePause
  const press = () =>
    act.mutate(undefined, { onError: ({ detail }) => say({ text: detail, tone: 'bad' }) })
  return (
    <Button look={isPaused ? 'primary' : 'plain'} onClick={press}>
      <Icon size={14} aria-hidden />
      {isPaused ? 'Send on' : 'Hold all'}
    </Button>
  )
}
