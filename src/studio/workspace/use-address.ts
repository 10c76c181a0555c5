import { useSyncExternalStore } from 'react'
import { type Address, readAddress, writeAddress } from './address.ts'

const changed = 'dailies:address'

function subscribe(listener: () => void) {
  window.addEventListener('popstate', listener)
  window.addEventListener(changed, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(changed, listener)
  }
}

/** Marks entries made by opening something here, so that closing can go back instead of on. */
const opened = { opened: true }

function go(part: Partial<Address>, how: 'open' | 'step' | 'replace') {
  const next = writeAddress({ ...readAddress(location.search), ...part })
  if (how === 'open') history.pushState(opened, '', next)
  else if (how === 'step') history.pushState(null, '', next)
  else history.replaceState(history.state, '', next)
  window.dispatchEvent(new Event(changed))
}

/** Selection and view live in the address: shareable, reloadable, and Back undoes an opening. */
export function useAddress() {
  const search = useSyncExternalStore(subscribe, () => location.search)
  return {
    address: readAddress(search),
    hrefOf: (item: string) => writeAddress({ ...readAddress(search), item }),
    open: (item: string) => go({ item }, 'open'),
    step: (part: Partial<Address>) => go(part, 'step'),
    change: (part: Partial<Address>) => go(part, 'replace'),
    close: () => {
      if (history.state?.opened) history.back()
      else go({ item: null }, 'replace')
    },
  }
}
