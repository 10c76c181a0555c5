import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type Board, board, boards } from '#contract/board.ts'
import { changed } from '#contract/marks.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { rereadWall } from './wall.ts'

type NewBoard = { id: string; name: string; find?: string | null }
type BoardItems = { id: string; seqs: readonly number[] }

/** All boards, by name. */
export const boardsQuery = () =>
  queryOptions({
    queryKey: ['boards'],
    queryFn: async ({ signal }) => (await ask('/api/boards', boards, { signal })).data,
  })

const readAgain = (client: QueryClient) => () => {
  rereadWall(client)
  void client.invalidateQueries({ queryKey: ['generation'] })
}

/** Makes a board under an id of the page's making. */
export const makeBoard = (client: QueryClient) =>
  mutationOptions<Board, ApiError, NewBoard>({
    mutationFn: (body) => ask('/api/boards', board, { method: 'POST', body }),
    networkMode: 'always',
    onSettled: readAgain(client),
  })

export const renameBoard = (client: QueryClient) =>
  mutationOptions<Board, ApiError, { id: string; name: string }>({
    mutationFn: ({ id, name }) =>
      ask(`/api/boards/${id}`, board, { method: 'PATCH', body: { name } }),
    networkMode: 'always',
    onSettled: readAgain(client),
  })

/** Takes the board away; what was on it stays where it is. */
export const deleteBoard = (client: QueryClient) =>
  mutationOptions<unknown, ApiError, { id: string }>({
    mutationFn: ({ id }) => ask(`/api/boards/${id}`, z.unknown(), { method: 'DELETE' }),
    networkMode: 'always',
    onSettled: readAgain(client),
  })

const put = (where: string) => (client: QueryClient) =>
  mutationOptions<z.infer<typeof changed>, ApiError, BoardItems>({
    mutationFn: ({ id, seqs }) =>
      ask(`/api/boards/${id}/${where}`, changed, { method: 'POST', body: { seqs } }),
    networkMode: 'always',
    onSettled: readAgain(client),
  })

/** Puts generations on a board; what is on it already stays. */
export const putOnBoard = put('items')

export const takeOffBoard = put('items/remove')
