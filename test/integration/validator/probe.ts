import type { RequestListener } from 'node:http'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { type Hex, zeroHash } from 'viem'
import { isPublic } from '../../../validator/src/probe/address.ts'
import { get } from '../../../validator/src/probe/get.ts'
import {
  defaultLimits,
  type ProbeLimits,
  probe,
  probeAll,
} from '../../../validator/src/probe/probe.ts'
import { reportUrl } from '../../../validator/src/probe/report.ts'
import { Hosts } from '../../helpers/validator/hosts.ts'

const limits: ProbeLimits = {
  ...defaultLimits,
  timeoutMs: 500,
  maxBytes: 1_000,
  addresses: 'any',
  attempts: 1,
  pauseMs: 1,
}
const stateHash: Hex = `0x${'ab'.repeat(32)}`
const report = (unit: number) => ({
  unit,
  generation: '1',
  stateHash,
  reportedAt: '5',
  deadline: '6',
  signature: '0x00',
})
const json =
  (value: unknown): RequestListener =>
  (_, answer) => {
    answer.end(JSON.stringify(value))
  }
const trust = async () => true

describe('validator', () => {
  describe('probe', () => {
    const hosts = new Hosts()
    after(() => hosts.close())

    const look = async (listener: RequestListener, changed = {}) =>
      probe({ unit: 7n, endpoint: await hosts.serve(listener) }, trust, {
        ...limits,
        ...changed,
      })
    const unreachable = { unit: 7n, configHash: zeroHash, reachable: false }
    const reached = { unit: 7n, configHash: stateHash, reachable: true }

    it('default: a host that shows its report is reachable', async () => {
      let path: string | undefined
      const found = await look((request, answer) => {
        path = request.url
        answer.end(JSON.stringify(report(7)))
      })
      expect(found).to.deep.equal(reached)
      expect(path).to.equal('/.well-known/openmesh/7')
    })

    it('behavior: a report of another unit is none', async () => {
      expect(await look(json(report(8)))).to.deep.equal(unreachable)
    })

    it('behavior: what is not genuine is none', async () => {
      const endpoint = await hosts.serve(json(report(7)))
      expect(
        await probe({ unit: 7n, endpoint }, async () => false, limits),
      ).to.deep.equal(unreachable)
    })

    for (const [name, listener] of Object.entries<RequestListener>({
      silence: () => undefined,
      'a body that never ends': (_, answer) => {
        answer.write('{')
      },
      'more bytes than allowed': (_, answer) => {
        answer.end(' '.repeat(2_000) + JSON.stringify(report(7)))
      },
      'a status that is no success': (_, answer) => {
        answer.statusCode = 500
        answer.end(JSON.stringify(report(7)))
      },
      'no JSON': (_, answer) => {
        answer.end('<html>')
      },
      'a hang-up': (request) => {
        request.socket.destroy()
      },
      'redirects in a circle': (_, answer) => {
        answer.writeHead(302, { location: '/' }).end()
      },
      'a redirect to a file': (_, answer) => {
        answer.writeHead(302, { location: 'file:///etc/hosts' }).end()
      },
      'a redirect to nowhere': (_, answer) => {
        answer.writeHead(302).end()
      },
    }))
      it(`behavior: ${name} is unreachable, in bounded time`, async () => {
        const start = performance.now()
        expect(await look(listener)).to.deep.equal(unreachable)
        expect(performance.now() - start).to.be.lessThan(2_000)
      })

    it('behavior: a dripping host is cut off by time', async () => {
      const found = await look((_, answer) => {
        const drip = setInterval(() => answer.write(' '), 50)
        answer.on('close', () => clearInterval(drip))
      })
      expect(found).to.deep.equal(unreachable)
    })

    it('behavior: a redirect is followed', async () => {
      const behind = await hosts.serve(json(report(7)))
      const found = await look((_, answer) => {
        answer.writeHead(307, { location: behind }).end()
      })
      expect(found).to.deep.equal(reached)
    })

    it('behavior: what fails once is tried again', async () => {
      let calls = 0
      const found = await look(
        (_, answer) => {
          calls += 1
          if (calls < 3) answer.destroy()
          else answer.end(JSON.stringify(report(7)))
        },
        { attempts: 3 },
      )
      expect(found).to.deep.equal(reached)
      expect(calls).to.equal(3)
    })

    it('behavior: the own network is out of reach, by number and by name', async () => {
      const endpoint = await hosts.serve(json(report(7)))
      const { port } = new URL(endpoint)
      for (const host of [
        '127.0.0.1',
        'localhost',
        '[::1]',
        '0x7f.1',
        '2130706433',
      ])
        expect(
          await probe({ unit: 7n, endpoint: `http://${host}:${port}` }, trust, {
            ...limits,
            addresses: 'public',
          }),
          host,
        ).to.deep.equal(unreachable)
    })

    it('error: a public host cannot redirect into the own network', async () => {
      const refused = await get('http://169.254.169.254/latest', {
        ...limits,
        addresses: 'public',
      }).catch((error: Error) => error.message)
      expect(refused).to.equal('169.254.169.254 is not a public address')
    })

    it('behavior: many hosts come back by unit number, one bad one stops none', async () => {
      const good = await hosts.serve((request, answer) => {
        answer.end(
          JSON.stringify(report(Number(request.url?.split('/').pop()))),
        )
      })
      const bad = await hosts.serve(() => undefined)
      const targets = Array.from({ length: 40 }, (_, index) => ({
        unit: BigInt(40 - index),
        endpoint: index === 5 ? bad : good,
      }))
      const found = await probeAll(targets, trust, limits)
      expect(found.map(({ unit }) => unit)).to.deep.equal(
        targets.map(({ unit }) => unit).reverse(),
      )
      expect(found.filter(({ reachable }) => !reachable)).to.have.length(1)
    })

    it('behavior: endpoints may leave http:// out and end in a slash', () => {
      expect(reportUrl('host.example:8080/', 7n)).to.equal(
        'http://host.example:8080/.well-known/openmesh/7',
      )
      expect(reportUrl('https://host.example/x', 7n)).to.equal(
        'https://host.example/x/.well-known/openmesh/7',
      )
    })

    it('behavior: only addresses of the public internet are public', () => {
      const open = ['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700::1111']
      const closed = [
        '0.0.0.0',
        '10.1.2.3',
        '100.64.0.1',
        '127.0.0.1',
        '169.254.169.254',
        '172.16.0.1',
        '172.31.255.255',
        '192.168.1.1',
        '224.0.0.1',
        '255.255.255.255',
        '::',
        '::1',
        '::ffff:127.0.0.1',
        '::ffff:8.8.8.8',
        '64:ff9b::7f00:1',
        '2001:db8::1',
        '2002:7f00:1::',
        'fc00::1',
        'fe80::1',
        'ff02::1',
        'localhost',
      ]
      expect(open.filter((address) => !isPublic(address))).to.deep.equal([])
      expect(closed.filter(isPublic)).to.deep.equal([])
    })
  })
})
