import { vi } from 'vitest'

/** Shows or hides the page, as a browser does. */
export function showPage(isShown: boolean) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(isShown ? 'visible' : 'hidden')
  document.dispatchEvent(new Event('visibilitychange'))
}

/** Stands for the system's notifications. Returns those that were shown. */
export function fakeNotifications(permission: NotificationPermission) {
  const shown: { title: string; body: string | undefined }[] = []
  const asked = { count: 0 }
  class FakeNotification extends EventTarget {
    static permission: NotificationPermission = 'default'
    static requestPermission() {
      asked.count += 1
      FakeNotification.permission = permission
      return Promise.resolve(permission)
    }
    constructor(title: string, { body }: NotificationOptions = {}) {
      super()
      shown.push({ title, body })
    }
  }
  vi.stubGlobal('Notification', FakeNotification)
  return { shown, asked, allow: () => void (FakeNotification.permission = permission) }
}
