import { describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'

const readWrong = () =>
  readEnv({ DAILIES_PORT: 'many', LUMA_AGENTS_BASE_URL: 'luma', LUMA_AGENTS_API_KEY: 'a b' })

describe('the settings', () => {
  it('need nothing to start', () => {
    expect(readEnv({})).toEqual({
      key: null,
      baseUrl: 'https://agents.lumalabs.ai/v1',
      host: '127.0.0.1',
      port: 4680,
      data: './data',
      password: null,
      enginePort: 4681,
    })
  })

  it('count an empty variable as not set', () => {
    expect(readEnv({ LUMA_AGENTS_API_KEY: '', DAILIES_PORT: '' })).toMatchObject({
      key: null,
      port: 4680,
    })
  })

  it('take an address with or without its last slash', () => {
    expect(readEnv({ LUMA_AGENTS_BASE_URL: 'http://127.0.0.1:4681/v1/' }).baseUrl).toBe(
      'http://127.0.0.1:4681/v1',
    )
  })

  it('list everything that is wrong, and never the key', () => {
    expect(readWrong).toThrow(/DAILIES_PORT must be a port number/)
    expect(readWrong).toThrow(/LUMA_AGENTS_BASE_URL must be an http or https address/)
    expect(readWrong).toThrow(/LUMA_AGENTS_API_KEY must be one word without spaces/)
    expect(readWrong).not.toThrow(/a b/)
    expect(() => readEnv({ DAILIES_PORT: '70000' })).toThrow(/at most 65535/)
  })

  it('refuse to open the server to others without a password', () => {
    expect(() => readEnv({ DAILIES_HOST: '0.0.0.0' })).toThrow(/DAILIES_PASSWORD must be set/)
    expect(readEnv({ DAILIES_HOST: '0.0.0.0', DAILIES_PASSWORD: 'x' }).host).toBe('0.0.0.0')
    expect(readEnv({ DAILIES_HOST: 'localhost' }).host).toBe('localhost')
  })
})
