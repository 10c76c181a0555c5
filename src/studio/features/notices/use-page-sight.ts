import { useSyncExternalStore } from 'react'

function subscribe(onChange: () => void) {
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}

/** Whether this page can be seen. */
export const usePageSight = () =>
  useSyncExternalStore(subscribe, () => document.visibilityState === 'visible')
