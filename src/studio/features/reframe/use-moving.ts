import { useSyncExternalStore } from 'react'
import type { Flight } from './flight.ts'

/** The movement in flight, or null. Renders with every move: only for small parts. */
export const useMoving = (flight: Flight) => useSyncExternalStore(flight.subscribe, flight.read)
