import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Upload } from '#contract/upload.ts'
import { ApiError } from '../api/api-error.ts'
import { sendUpload } from '../api/send-upload.ts'
import { uploadQuery } from '../api/uploads.ts'
import { newId } from '../lib/new-id.ts'
import { checkFile, type MediaPlace } from './check-file.ts'
import { type Incoming, type IncomingStep, withoutIncoming, withStep } from './incoming.ts'
import { readFile } from './read-file.ts'
import { scalePicture } from './scale-picture.ts'

/** `at`: what was given to `take`. `said`: what was done to the file before it was sent. */
export type Arrival = { upload: Upload; at: number | undefined; said: string | null }

type Bag = { file: Blob; said: string | null; at: number | undefined; control: AbortController }

const unreadable = 'This file cannot be read any more: choose it again.'

const reasonOf = (error: unknown) =>
  error instanceof Error ? error.message : 'Something went wrong.'

/** Files on their way into a place: checked, scaled if asked, sent one after the other. */
export function useIntake(place: MediaPlace, onArrival: (arrival: Arrival) => void) {
  const client = useQueryClient()
  const [incoming, setIncoming] = useState<Incoming[]>([])
  const bags = useRef(new Map<string, Bag>())
  const line = useRef(Promise.resolve())
  const tell = useRef(onArrival)
  useEffect(() => {
    tell.current = onArrival
  })
  useEffect(() => {
    const kept = bags.current
    return () => {
      for (const { control } of kept.values()) control.abort()
    }
  }, [])

  const put = (id: string, step: IncomingStep) => setIncoming((list) => withStep(list, id, step))
  const drop = (id: string) => {
    bags.current.delete(id)
    setIncoming((list) => withoutIncoming(list, id))
  }

  const send = (id: string) => {
    put(id, { is: 'waiting' })
    line.current = line.current.then(() => sendNow(id))
  }

  const sendNow = async (id: string) => {
    const bag = bags.current.get(id)
    if (!bag || bag.control.signal.aborted) return
    put(id, { is: 'uploading', fraction: 0 })
    let lastPercent = 0
    const onProgress = (fraction: number) => {
      const percent = Math.floor(fraction * 100)
      if (percent === lastPercent) return
      lastPercent = percent
      put(id, { is: 'uploading', fraction })
    }
    try {
      const upload = await sendUpload(bag.file, { onProgress, signal: bag.control.signal })
      client.setQueryData(uploadQuery(upload.id).queryKey, upload)
      drop(id)
      const location = upload.location_removed ? 'Its location was removed.' : null
      const said = [bag.said, location].filter(Boolean).join(' ')
      tell.current({ upload, at: bag.at, said: said || null })
    } catch (error) {
      if (bag.control.signal.aborted) return
      const canRetry = !(error instanceof ApiError) || error.isUndecided
      put(id, { is: 'failed', reason: reasonOf(error), retry: canRetry ? 'send' : null })
    }
  }

  const check = async (id: string) => {
    const bag = bags.current.get(id)
    if (!bag) return
    const verdict = checkFile(await readFile(bag.file), place)
    if (bag.control.signal.aborted) return
    if (verdict.is === 'refuse') put(id, { is: 'failed', reason: verdict.reason, retry: null })
    else if (verdict.is === 'scale') put(id, { is: 'offered', offer: verdict })
    else send(id)
  }

  /** `at` comes back with each arrival: for a place that is made of many. */
  const take = (files: readonly File[], at?: number) => {
    const fresh = files.map((file) => ({ id: newId(), file }))
    for (const { id, file } of fresh) {
      bags.current.set(id, { file, said: null, at, control: new AbortController() })
    }
    setIncoming((list) => [
      ...list,
      ...fresh.map(({ id, file }): Incoming => ({ id, name: file.name, step: { is: 'checking' } })),
    ])
    for (const { id } of fresh) {
      check(id).catch(() => put(id, { is: 'failed', reason: unreadable, retry: null }))
    }
  }

  const cancel = (id: string) => {
    bags.current.get(id)?.control.abort()
    drop(id)
  }

  const scale = async (id: string) => {
    const bag = bags.current.get(id)
    const step = incoming.find((one) => one.id === id)?.step
    if (!bag || step?.is !== 'offered') return
    put(id, { is: 'scaling', offer: step.offer })
    try {
      const { file, said } = await scalePicture(bag.file, step.offer.from, step.offer.to)
      if (bag.control.signal.aborted) return
      bags.current.set(id, { ...bag, file, said })
      send(id)
    } catch (error) {
      put(id, { is: 'failed', reason: reasonOf(error), retry: null })
    }
  }

  return { incoming, take, cancel, scale: (id: string) => void scale(id), retry: send }
}
