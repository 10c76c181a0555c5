import { HTTPException } from 'hono/http-exception'
import { describe, expect, it } from 'vitest'
import { problem, problems } from '#contract/problem.ts'
import { answerProblem } from './answer-problem.ts'
import { ProblemError } from '../problem-error.ts'

const codes = Object.keys(problems) as (keyof typeof problems)[]

describe('a problem answer', () => {
  it.each(codes)('%s has its status, its title and its words', async (code) => {
    const { response } = answerProblem(new ProblemError(code, 'Some words.', { path: 'prompt' }))
    expect(response.status).toBe(problems[code])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const told = problem.parse(await response.json())
    expect(told).toMatchObject({ code, detail: 'Some words.', path: 'prompt' })
    expect(told.title.length).toBeGreaterThan(3)
  })

  it('hides what is not ours', async () => {
    for (const thrown of [new Error('at /root/secret.ts:7'), 'text', null, undefined, 7]) {
      const { response } = answerProblem(thrown)
      expect(response.status).toBe(500)
      expect(await response.text()).not.toMatch(/secret|text/)
    }
  })

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('says that the disk is full for %s', (code) => {
    const { response } = answerProblem(Object.assign(new Error('no space'), { code }))
    expect(response.status).toBe(507)
  })

  it('asks for the password', () => {
    const { response } = answerProblem(new HTTPException(401))
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="Dailies"')
  })
})
