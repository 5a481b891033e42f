import 'dotenv/config'
import { accounts } from '../../devnet/accounts.ts'
import { contractAt, startWorld } from '../../devnet/world.ts'
import { printJson } from '../json.ts'
import { reasonOf } from '../reason.ts'
import { describeDifference } from './difference.ts'
import { openChains, recordedAddress, senderOf } from './open.ts'
import { help, type Options, readOptions } from './options.ts'
import { type LanesNetwork, type LanesReport, runLanes } from './run.ts'
import { chainsOfWorld, worldSender } from './world.ts'

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) {
    process.stdout.write(help)
    return 0
  }
  const { network, stop } = await open(options)
  try {
    const report = await runLanes(options, network)
    if (options.json) printJson(report)
    else print(options, report)
    return report.ok ? 0 : 1
  } finally {
    await stop()
  }
}

async function open({ network, key }: Options): Promise<{
  network: LanesNetwork
  stop: () => Promise<void>
}> {
  if (network === 'devnet') {
    const world = await startWorld({ spokes: ['spoke', 'spokeTwo'] })
    return {
      network: {
        chains: chainsOfWorld(world),
        governor: contractAt(world.contracts.home, 'OpenGovernor'),
        sender: worldSender(world, accounts.guardian),
      },
      stop: world.stop,
    }
  }
  const chains = await openChains(network)
  const home = chains.find(({ config }) => config.side === 'home')
  const governor = await recordedAddress(
    home?.config.name ?? 'home',
    'OpenGovernor',
  )
  if (governor === undefined)
    throw new Error(`deployments/ has no OpenGovernor: deploy home first`)
  const sender = key === undefined ? undefined : senderOf(key)
  return { network: { chains, governor, sender }, stop: async () => {} }
}

function print(options: Options, report: LanesReport): void {
  const lines = [
    ...report.differences.map(describeDifference),
    ...report.plan.flatMap(({ chain, caller, calls }) => [
      `\n${chain}: ${caller} calls`,
      ...calls.map((call) => `  ${call}`),
    ]),
    ...report.applied.map(({ chain, state, calls, readyAt }) =>
      state === 'done'
        ? `${chain}: ${calls} calls made`
        : `${chain}: ${calls} calls scheduled; run this again after ${new Date(Number(readyAt) * 1000).toISOString()}`,
    ),
    ...report.safe.map((batch) => JSON.stringify(batch, null, 2)),
    ...(report.proposal === undefined
      ? []
      : [
          `\nSend to the governor ${report.proposal.governor}:`,
          report.proposal.data,
        ]),
    summary(options, report),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function summary(
  { command, send, form }: Options,
  { lanes, differences, plan }: LanesReport,
): string {
  const about = lanes.join(', ')
  if (command === 'check' || plan.length === 0)
    return differences.length === 0
      ? `${about}: nothing to do`
      : `${about}: ${differences.length} differences`
  if (command === 'plan' || send || form !== 'eoa') return about
  return `${about}: nothing was sent; add --send, or choose --as safe or --as proposal`
}

main().then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
    process.exit(1)
  },
)
