import { createContext, useContext } from 'react'
import type { ToastMessage } from './toast.tsx'

export type SayToast = (message: ToastMessage) => void

/** Given by `ToastDesk`; without one nothing is said. */
export const ToastContext = createContext<SayToast>(() => undefined)

export const useToast = () => useContext(ToastContext)
