/** What a sheet asks about some generations, named by seq. */
export type Asking = { what: 'tags' | 'boards' | 'download'; seqs: readonly number[] }
