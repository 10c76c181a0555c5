import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { type DraggedMedia, isMediaDrag, readDrag } from './drag-media.ts'

const accept = {
  image: { 'image/png': ['.png'], 'image/jpeg': ['.jpg', '.jpeg'], 'image/webp': ['.webp'] },
  video: { 'video/mp4': ['.mp4', '.m4v'], 'video/quicktime': ['.mov'], 'video/webm': ['.webm'] },
}

type MediaDrop = {
  /** What the file dialog shows first. */
  mediums: readonly ('image' | 'video')[]
  isMany?: boolean
  isDisabled?: boolean
  onFiles: (files: File[]) => void
  onMedia: (media: DraggedMedia) => void
  /** A web address that was pasted or dragged in. */
  onAddress: (address: string) => void
}

const isWriting = (target: EventTarget) =>
  target instanceof HTMLInputElement && target.type !== 'file'

const pastedFiles = ({ clipboardData }: ClipboardEvent) => [...clipboardData.files]

/** Files dropped, pasted or picked, and things dragged from the gallery, on one element. */
export function useMediaDrop(drop: MediaDrop) {
  const { mediums, isMany = false, isDisabled = false, onFiles, onMedia, onAddress } = drop
  const [isDraggedOver, setIsDraggedOver] = useState(false)
  const zone = useDropzone({
    noClick: true,
    noKeyboard: true,
    noDragEventsBubbling: true,
    disabled: isDisabled,
    multiple: true,
    useFsAccessApi: false,
    onDrop: (files, rejections) => {
      const all = [...files, ...rejections.map(({ file }) => file)]
      if (all.length > 0) onFiles(all)
    },
  })
  const isOurs = ({ dataTransfer }: DragEvent) => !isDisabled && isMediaDrag(dataTransfer)

  const rootProps = zone.getRootProps({
    onDragEnter: (event: DragEvent) => {
      if (isOurs(event)) setIsDraggedOver(true)
    },
    onDragOver: (event: DragEvent) => {
      if (!isOurs(event)) return
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = 'copy'
      setIsDraggedOver(true)
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsDraggedOver(false)
    },
    onDrop: (event: DragEvent) => {
      setIsDraggedOver(false)
      const media = readDrag(event.dataTransfer)
      const address = event.dataTransfer.getData('text/uri-list').split('\n')[0] ?? ''
      if (!media && (event.dataTransfer.files.length > 0 || !address)) return
      event.preventDefault()
      event.stopPropagation()
      if (media) onMedia(media)
      else onAddress(address)
    },
  })

  const onPaste = (event: ClipboardEvent) => {
    if (isDisabled || isWriting(event.target)) return
    const files = pastedFiles(event)
    const text = event.clipboardData.getData('text/plain').trim()
    if (files.length === 0 && !/^https?:\/\//.test(text)) return
    event.preventDefault()
    event.stopPropagation()
    if (files.length > 0) onFiles(files)
    else onAddress(text)
  }

  return {
    rootProps: { ...rootProps, onPaste },
    inputProps: zone.getInputProps({
      accept: mediums.flatMap((medium) => Object.entries(accept[medium]).flat(2)).join(','),
      multiple: isMany,
    }),
    isOver: isDraggedOver || zone.isDragActive,
    openFiles: zone.open,
  }
}
