import { ClipboardPaste, FolderOpen, Images, Link } from 'lucide-react'
import { IconButton } from '../ui/icon-button.tsx'
import type { Taking } from './use-taking.ts'

type TakeActsProps = {
  /** Spoken after each act, so that four slots are four names. */
  label: string
  taking: Taking
  describedBy: string | undefined
  isDisabled: boolean
  onAddress: () => void
}

const imageTypes = ['image/png', 'image/jpeg', 'image/webp']

/** The clipboard by a button, for hands without a keyboard. Returns why nothing came. */
async function pasteInto(taking: Taking): Promise<string | null> {
  const byKeys = 'This browser does not hand the clipboard over: press Ctrl V here instead.'
  if (!navigator.clipboard?.read) return byKeys
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = imageTypes.find((one) => item.types.includes(one))
      if (type) {
        const ending = type.split('/')[1] ?? 'png'
        taking.takeFiles([new File([await item.getType(type)], `Pasted.${ending}`, { type })])
        return null
      }
      if (item.types.includes('text/plain')) {
        const text = await (await item.getType('text/plain')).text()
        if (/^https?:\/\//.test(text.trim())) return taking.takeAddress(text)
      }
    }
    return 'There is no picture and no address on the clipboard.'
  } catch {
    return byKeys
  }
}

/** The four ways into a place that need no dragging. */
export function TakeActs(props: TakeActsProps) {
  const { label, taking, describedBy, isDisabled, onAddress } = props
  const noun = taking.place.holds === 'image' ? 'picture' : 'clip'
  const act = (run: () => void) => ({
    'aria-describedby': describedBy,
    'aria-disabled': isDisabled || undefined,
    onClick: () => {
      if (!isDisabled) run()
    },
    className: isDisabled ? 'opacity-40' : '',
  })
  return (
    <div className="flex gap-1 max-md:gap-0">
      <IconButton label={`${label}: pick a file`} icon={FolderOpen} {...act(taking.openFiles)} />
      <IconButton
        label={`${label}: from the gallery`}
        icon={Images}
        {...act(() => taking.ask({ is: 'gallery' }))}
      />
      <IconButton
        label={`${label}: paste`}
        icon={ClipboardPaste}
        {...act(() => void pasteInto(taking).then(taking.setRefusal))}
      />
      <IconButton label={`${label}: address of a ${noun}`} icon={Link} {...act(onAddress)} />
    </div>
  )
}
