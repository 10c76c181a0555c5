import { useState } from 'react'
import type { MediaRef } from '#contract/media-ref.ts'
import { addressRef, guessClipType } from './address-ref.ts'
import type { MediaPlace } from './check-file.ts'
import { useIntake } from './use-intake.ts'
import { useMediaDrop } from './use-media-drop.ts'
import { type ArrivedMedia, arrivedUpload, whereTo } from './where-to.ts'

/** A question that stands open before something can be put in its place. */
export type Asking =
  { is: 'frame' | 'trim'; media: ArrivedMedia; at: number | undefined } | { is: 'gallery' }

type TakingOptions = {
  place: MediaPlace
  /** How many more may come, where several fit. */
  room?: number
  /** Which of several is meant by what comes now; given back to `onPut`. */
  at?: number | undefined
  isDisabled?: boolean
  /** `said`: what was done to it on the way. */
  onPut: (ref: MediaRef, said: string | null, at: number | undefined) => void
}

const fullWords = (room: number, given: number) =>
  room === 0 ? 'There is no room for more.' : `Only ${room} of ${given} fit here: the first.`

/** All ways into a place: files, the gallery, addresses; and what must be asked on the way. */
export function useTaking({ place, room, at: target, isDisabled = false, onPut }: TakingOptions) {
  const [asked, setAsked] = useState<Asking[]>([])
  const [refusal, setRefusal] = useState<string | null>(null)
  const ask = (one: Asking) => setAsked((list) => [...list, one])
  const isSingle = room === undefined

  const arrive = (media: ArrivedMedia, at: number | undefined, said: string | null = null) => {
    setRefusal(null)
    const way = whereTo(media, place)
    if (way === 'refuse') setRefusal('A clip belongs here, not a picture.')
    else if (way === 'frame') ask({ is: 'frame', media, at })
    else onPut(media.ref, said, at)
    if (way === 'trim') ask({ is: 'trim', media, at })
  }

  const intake = useIntake(place, ({ upload, at, said }) => arrive(arrivedUpload(upload), at, said))

  const takeFiles = (files: readonly File[], at = target) => {
    const free = isSingle ? 1 : Math.max(0, room - intake.incoming.length)
    setRefusal(files.length > free ? fullWords(free, files.length) : null)
    if (isSingle) for (const { id } of intake.incoming) intake.cancel(id)
    intake.take(files.slice(0, free), at)
  }

  const takeMedia = (media: ArrivedMedia, at = target) => {
    if (room === 0) setRefusal(fullWords(0, 1))
    else arrive(media, at)
  }

  /** Returns why it is not taken. */
  const takeAddress = (address: string, clipType = guessClipType(address)): string | null => {
    const read = addressRef(address, place.holds === 'video' ? clipType : null)
    if ('reason' in read) return read.reason
    if (place.holds === 'video' && !clipType) return 'Say what kind of clip is at this address.'
    if (room === 0) return fullWords(0, 1)
    setRefusal(null)
    onPut(read.ref, null, target)
    return null
  }

  const drop = useMediaDrop({
    mediums: place.holds === 'image' ? ['image', 'video'] : ['video'],
    isMany: !isSingle,
    isDisabled,
    onFiles: (files) => takeFiles(files),
    onMedia: (media) => takeMedia(media),
    onAddress: (address) => setRefusal(takeAddress(address)),
  })

  return {
    ...drop,
    place,
    incoming: intake.incoming,
    cancel: intake.cancel,
    scale: intake.scale,
    retry: intake.retry,
    takeFiles,
    takeMedia,
    takeAddress,
    refusal,
    setRefusal,
    asking: asked[0] ?? null,
    ask,
    /** The question is answered, with what was made of it or without. */
    answer: (ref: MediaRef | null, said: string | null = null) => {
      const [first] = asked
      setAsked((list) => list.slice(1))
      if (ref && first && first.is !== 'gallery') onPut(ref, said, first.at)
    },
  }
}

export type Taking = ReturnType<typeof useTaking>
