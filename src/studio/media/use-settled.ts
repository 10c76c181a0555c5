import { useEffect, useState } from 'react'

/** A value once it has stayed the same for a while: so a sweep over 200 frames asks for one. */
export function useSettled<Value>(value: Value, ms = 120): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
