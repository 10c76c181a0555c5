import * as z from 'zod/mini'

const boardName = z.string().check(z.trim(), z.minLength(1, 'Give it a name.'), z.maxLength(80))
const savedFind = z.string().check(z.maxLength(4000))

/** A collection: an item may be on several. `find` makes it a saved search instead. */
export const board = z.object({
  id: z.uuid(),
  name: z.string(),
  /** A find as a query (`q=fox&type=image`), or `null` for items put there by hand. */
  find: z.nullable(z.string()),
  count: z.int(),
  /** The newest thing to see on it: path of a still of this server. */
  cover: z.nullable(z.string()),
  created_at: z.iso.datetime(),
})
export type Board = z.infer<typeof board>

/** `GET /api/boards`: by name. */
export const boards = z.object({ data: z.array(board) })

/** `POST /api/boards`, under an id of the person's making. */
export const newBoard = z.strictObject({
  id: z.uuid(),
  name: boardName,
  find: z.optional(z.nullable(savedFind)),
})

/** `PATCH /api/boards/{id}`. */
export const boardChange = z.strictObject({
  name: z.optional(boardName),
  find: z.optional(savedFind),
})
