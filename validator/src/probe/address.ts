import { BlockList, isIP } from 'node:net'

/*
 * Addresses that are not of the public internet (IANA's special-purpose
 * registries). An endpoint is chosen by a stranger: without this, he could make
 * every validator call what lies in its own network.
 */
const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Cloud machines get their credentials here.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix, 'ipv4')

/** All that is public in IPv6 is in here. */
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

const special6 = new BlockList()
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 carries an IPv4 address, which may be a private one.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(network, prefix, 'ipv6')

/**
 * @param address An IP address.
 * @returns Whether it is one of the public internet.
 */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  // Also keeps out IPv4 in IPv6 clothes, ::ffff:0:0/96 and 64:ff9b::/96.
  return (
    family === 6 &&
    global6.check(address, 'ipv6') &&
    !special6.check(address, 'ipv6')
  )
}
