import { expect, test } from 'vitest'
import { attachment } from './attachment.ts'

test.each([
  ['fox.png', `attachment; filename="fox.png"; filename*=UTF-8''fox.png`],
  ['a "b"\\.png', `attachment; filename="a _b__.png"; filename*=UTF-8''a%20%22b%22%5C.png`],
  [
    'réel (1)*.mp4',
    `attachment; filename="reel (1)_.mp4"; filename*=UTF-8''r%C3%A9el%20%281%29%2A.mp4`,
  ],
  ['東京.png', `attachment; filename="__.png"; filename*=UTF-8''%E6%9D%B1%E4%BA%AC.png`],
])('%s can be said in a header', (name, header) => {
  expect(attachment(name)).toBe(header)
})
