import { useState } from 'react'
import { Switch } from '../../ui/switch.tsx'
import { chooseNotices, useNoticeChoices } from './notice-choices.ts'
import { permission } from './notify.ts'
import { playTone, readyTone } from './tone.ts'

const refusals: Partial<Record<ReturnType<typeof permission>, string>> = {
  denied: 'This browser was told to block notifications from here. Allow them in its settings.',
  missing: 'This browser cannot notify from here.',
}

function switchSound(isOn: boolean) {
  chooseNotices({ sound: isOn })
  if (!isOn) return
  readyTone()
  setTimeout(() => playTone('good'), 50)
}

/** Whether an end is told by the system and by sound. Asks the browser only when switched on. */
export function NoticeSettings() {
  const { notify, sound } = useNoticeChoices()
  const [said, setSaid] = useState(permission)
  const refusal = refusals[said]

  const askToNotify = async (isOn: boolean) => {
    if (!isOn) return chooseNotices({ notify: false })
    const answer = await Notification.requestPermission()
    setSaid(answer)
    return chooseNotices({ notify: answer === 'granted' })
  }
  return (
    <div className="grid shrink-0 gap-1 border-t px-2 py-2">
      <Switch
        label="Notify me"
        note={refusal ?? 'When something ends and this page is hidden.'}
        isOn={notify && said === 'granted'}
        onChange={(isOn) => void askToNotify(isOn)}
        unavailable={refusal}
      />
      <Switch
        label="Sound"
        note="Two short notes when something ends."
        isOn={sound}
        onChange={switchSound}
      />
    </div>
  )
}
