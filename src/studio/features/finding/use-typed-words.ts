import { useEffect, useEffectEvent, useState } from 'react'

const restMs = 120

/** What is being typed, told on when the typing rests, so that not every letter is a search. */
export function useTypedWords(said: string, onRest: (words: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const settle = useEffectEvent(() => {
    if (typed !== null && typed !== said) onRest(typed)
    setTyped(null)
  })
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => settle(), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  const flush = () => {
    if (typed !== null && typed !== said) onRest(typed)
    setTyped(null)
  }
  return { words: typed ?? said, type: setTyped, flush }
}
