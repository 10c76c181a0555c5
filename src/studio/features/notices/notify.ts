type Notice = { title: string; body: string; onPress: () => void }

/** Whether this browser can notify at all, and what the person has said to it. */
export const permission = (): NotificationPermission | 'missing' =>
  typeof Notification === 'undefined' ? 'missing' : Notification.permission

/** Tells it through the system, if the person has allowed that. */
export function notify({ title, body, onPress }: Notice) {
  if (permission() !== 'granted') return
  try {
    const notice = new Notification(title, {
      body,
      icon: '/icon.svg',
      tag: 'dailies',
      silent: true,
    })
    notice.addEventListener('click', () => {
      window.focus()
      onPress()
      notice.close()
    })
  } catch {
    // Some phones only let a service worker notify.
  }
}
