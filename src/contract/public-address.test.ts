import { BlockList, isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'

describe('an address that is not of the open internet is told', () => {
  test.each([
    ['this network', '0.0.0.0'],
    ['this network', '0.255.1.2'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by a carrier', '100.64.0.1'],
    ['shared by a carrier', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local, where clouds keep their secrets', '169.254.169.254'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.7'],
    ['documentation', '203.0.113.9'],
    ['a relay of 6to4', '192.88.99.1'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped IPv4', '::ffff:127.0.0.1'],
    ['mapped IPv4, even a public one', '::ffff:8.8.8.8'],
    ['mapped IPv4', '::ffff:7f00:1'],
    ['compatible IPv4', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64', '64:ff9b::10.0.0.1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['discarded', '100::1'],
    ['Teredo', '2001:0:53aa:64c::1'],
    ['ORCHID', '2001:20::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff:fff::1'],
    ['6to4', '2002:7f00:1::'],
    ['segment routing', '5f00::1'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456:789a::1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['no address', 'localhost'],
    ['no address', ''],
    ['shortened', '127.1'],
    ['octal', '0177.0.0.1'],
    ['hexadecimal', '0x7f.0.0.1'],
    ['one number', '2130706433'],
    ['too many groups', '2606:4700:1:2:3:4:5:6:7'],
    ['two gaps', '2606::4700::1'],
  ])('%s: %s', (_, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.216.34',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82a::200e',
    '2001:200::1',
    '2001:4860:4860::8888',
    '3ffe::1',
  ])('and one that is, is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

/** Node matches IPv4 with lists of mapped IPv6 too, so each version has a list of its own. */
const blocked = { 4: new BlockList(), 6: new BlockList() }
for (const range of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24',
  '192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24',
  '224.0.0.0/4 240.0.0.0/4 ::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20',
].flatMap((line) => line.split(' '))) {
  const [net = '', bits] = range.split('/')
  if (net.includes(':')) blocked[6].addSubnet(net, Number(bits), 'ipv6')
  else blocked[4].addSubnet(net, Number(bits), 'ipv4')
}

test('it judges as the list of Node does, of any address however it is written', () => {
  const near = fc.constantFrom('10.0.0.0', '100.64.0.0', '172.16.0.0', '192.0.2.0', '2001:db8::1')
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
  const written = groups.map((list) => list.map((group) => group.toString(16)).join(':'))
  const global = written.map((text) => text.replace(/^[^:]*/, '2001'))
  const wrapped = fc.ipV4().map((four) => `::ffff:${four}`)
  const any = fc.oneof(fc.ipV4(), fc.ipV6(), written, global, wrapped, near)
  fc.assert(
    fc.property(any, (address) => {
      const version = isIP(address)
      fc.pre(version === 4 || version === 6)
      const isBlocked =
        version === 4 ? blocked[4].check(address) : blocked[6].check(address, 'ipv6')
      expect(isPublicAddress(address)).toBe(!isBlocked)
    }),
    { numRuns: 3000 },
  )
})

test('any text at all gets an answer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isPublicAddress(text) && isIP(text) === 0).toBe(false)
    }),
  )
})
