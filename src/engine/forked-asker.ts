import { createForkedChild, type ForkedOptions } from './forked-child.ts'

/** What crosses to an asked process, and what comes back. */
export type Asked<Question> = { id: number; question: Question }
export type Answered<Answer> = { id: number; answer: Answer }

type AskerOptions = ForkedOptions & {
  /** Longer than this, and the process is ended. */
  patienceMs: number
  /** What a question means for which the process ended. */
  ended: () => Error
}

/**
 * Asks a forked process one question at a time, so that it is known which one ended it. A question
 * nobody wants any more when its turn comes is not asked.
 */
export function createForkedAsker<Question, Answer>({ patienceMs, ended, ...own }: AskerOptions) {
  const forked = createForkedChild(own)
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let nth = 0

  function askNow(question: Question): Promise<Answer> {
    if (isClosed) throw new Error('The engine is closed.')
    const worker = forked.take()
    const id = (nth += 1)
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => worker.kill('SIGKILL'), patienceMs)
      const settle = (done: () => void) => {
        clearTimeout(patience)
        worker.off('message', hear).off('exit', crashed).off('error', lost)
        forked.release(worker)
        done()
      }
      const hear = (news: Answered<Answer>) => {
        if (news.id === id) settle(() => resolve(news.answer))
      }
      const crashed = () => settle(() => reject(ended()))
      const lost = (error: Error) => settle(() => reject(error))
      worker.on('message', hear).on('exit', crashed).on('error', lost)
      worker.send({ id, question } satisfies Asked<Question>, () => undefined)
    })
  }

  return {
    ask(question: Question, isWanted: () => boolean = () => true): Promise<Answer> {
      const answered = turn.then(() => {
        if (!isWanted()) throw new DOMException('Nobody waits for it any more.', 'AbortError')
        return askNow(question)
      })
      turn = answered.catch(() => undefined)
      return answered
    },
    /** Of the running process, for tests that end it and for measuring. */
    get pid() {
      return forked.pid
    },
    async close() {
      isClosed = true
      await forked.end()
    },
  }
}
