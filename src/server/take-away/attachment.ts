const token = /[^A-Za-z0-9!#$&+.^_`|~ ()-]/g
const beyondUri = /['()*]/g

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** `Content-Disposition` by RFC 6266: the name in ASCII, and whole in UTF-8 by RFC 8187. */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(token, '_')
  const whole = encodeURIComponent(name).replaceAll(beyondUri, percent)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
