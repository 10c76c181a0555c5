import { useSyncExternalStore } from 'react'

/** How a person wants to be told of an end: each is off until it is asked for. */
type NoticeChoices = { notify: boolean; sound: boolean }

const place = 'dailies.notices'
const none: NoticeChoices = { notify: false, sound: false }
const listeners = new Set<() => void>()
let current: NoticeChoices | null = null

function read(storage: Pick<Storage, 'getItem'>): NoticeChoices {
  try {
    const { notify, sound } = JSON.parse(storage.getItem(place) ?? '{}')
    return { notify: notify === true, sound: sound === true }
  } catch {
    return none
  }
}

export function noticeChoices(): NoticeChoices {
  try {
    current ??= read(localStorage)
  } catch {
    current ??= none
  }
  return current
}

/** Kept in this browser; where it keeps nothing, for as long as the page is open. */
export function chooseNotices(part: Partial<NoticeChoices>) {
  current = { ...noticeChoices(), ...part }
  try {
    localStorage.setItem(place, JSON.stringify(current))
  } catch {
    // What cannot be kept still counts until the page is closed.
  }
  for (const listener of listeners) listener()
}

function subscribe(onChange: () => void) {
  const elsewhere = ({ key }: StorageEvent) => {
    if (key !== place) return
    current = null
    onChange()
  }
  listeners.add(onChange)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(onChange)
    window.removeEventListener('storage', elsewhere)
  }
}

export const useNoticeChoices = () => useSyncExternalStore(subscribe, noticeChoices)
