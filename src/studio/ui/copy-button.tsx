import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from './icon-button.tsx'

type CopyButtonProps = { what: string; text: string }

/** Puts a text on the clipboard and says so by its own drawing and name. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard?.writeText(text)
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), 1500)
  }
  return (
    <IconButton
      label={isCopied ? `Copied ${what}` : `Copy ${what}`}
      icon={isCopied ? Check : Copy}
      onClick={() => void copy()}
      className="size-6"
    />
  )
}
