import type { Generation } from '#contract/generation.ts'
import { useEndingNotices } from '../features/notices/use-ending-notices.ts'
import { useTabSign } from '../features/notices/use-tab-sign.ts'

type NoticesProps = { records: readonly Generation[]; onOpen: (id: string) => void }

/** What is told of jobs outside of the page: by the tab, by the system, by sound. */
export function Notices({ records, onOpen }: NoticesProps) {
  useTabSign(records)
  useEndingNotices(records, onOpen)
  return null
}
