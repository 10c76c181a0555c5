import { createContext, useContext } from 'react'
import type { FieldReason } from './field-reason.ts'

export const ReasonsContext = createContext<readonly FieldReason[]>([])

/** The reason that stands at a field, if one does. */
export const useReasonAt = (path: string) =>
  useContext(ReasonsContext).find((reason) => reason.path === path)
