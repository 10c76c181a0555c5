const place = 'dailies-notices'
const waitMs = 200

type Word = 'does anybody look?' | 'yes'

const channelOf = (Channel: typeof BroadcastChannel | undefined) =>
  Channel ? new Channel(place) : null

/** Answers other tabs for as long as this page is there. Returns how to stop. */
export function answerLooks(Channel: typeof BroadcastChannel | undefined): () => void {
  const channel = channelOf(Channel)
  channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data === 'yes' || document.visibilityState !== 'visible') return
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel.postMessage('yes')
  })
  return () => channel?.close()
}

/** Whether a person has any tab of this browser before them. */
export async function isLookedAt(Channel: typeof BroadcastChannel | undefined): Promise<boolean> {
  if (document.visibilityState === 'visible') return true
  const channel = channelOf(Channel)
  if (!channel) return false
  const answer = await new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), waitMs)
    channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data === 'yes') resolve(true)
    })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel.postMessage('does anybody look?')
  })
  channel.close()
  return answer
}
