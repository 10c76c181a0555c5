import { useEffect, useState } from 'react'
import { carriesSeqs } from '../../media/drag-seqs.ts'

/** Whether generations are being dragged over the page. */
export function useSeqsDrag(): boolean {
  const [isDragged, setIsDragged] = useState(false)
  useEffect(() => {
    const over = ({ dataTransfer }: DragEvent) => {
      if (dataTransfer && carriesSeqs(dataTransfer)) setIsDragged(true)
    }
    const end = () => setIsDragged(false)
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) end()
    }
    window.addEventListener('dragenter', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragend', end)
    window.addEventListener('drop', end)
    return () => {
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragend', end)
      window.removeEventListener('drop', end)
    }
  }, [])
  return isDragged
}
