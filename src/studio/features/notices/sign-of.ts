import type { Generation } from '#contract/generation.ts'
import { isSettled } from '#contract/generation.ts'

type Stateful = Pick<Generation, 'state'>

type Sign = { title: string; icon: string }

const isRunning = ({ state }: Stateful) => !isSettled(state) && state !== 'held'

/** What the tab says: what ended unseen before what runs. `unseen` ended while nobody looked. */
export function signOf(records: readonly Stateful[], unseen: readonly Stateful[]): Sign {
  const running = records.filter(isRunning).length
  const ready = unseen.filter(({ state }) => state === 'completed').length
  const halted = unseen.length - ready
  const words = [
    ready && `✓ ${ready} ready`,
    halted && `! ${halted} not made`,
    running && `${running} running`,
  ].filter(Boolean)
  const icon = halted ? 'failed' : ready ? 'done' : running ? 'running' : null
  return {
    title: [...(words.length ? [words.join(', ')] : []), 'Dailies'].join(' · '),
    icon: icon ? `/icon-${icon}.svg` : '/icon.svg',
  }
}
