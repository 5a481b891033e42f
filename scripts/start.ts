import { join } from 'node:path'
import { contractsOn, startWorld, type World } from '../devnet/world.ts'
import { readArguments } from './arguments.ts'
import { printJson } from './json.ts'
import { reasonOf } from './reason.ts'
import { checkInvariants, type Invariants } from './story/invariants.ts'
import { createReport, type Report, StepFailed } from './story/report.ts'
import { seedChapter } from './story/seed.ts'
import { runStory } from './story/story.ts'

const help = `npm start [-- options]

Boots a home and a spoke chain with Chainlink CCIP between them, deploys the
protocol, runs the main job and stays up until Ctrl-C.

  --once              run the main job and exit; opens no port
  --json              one JSON object on stdout, progress on stderr
  --home-port PORT    JSON-RPC port of the home chain (8545)
  --spoke-port PORT   JSON-RPC port of the spoke chain (8546)
  --help              this text
`

interface Options {
  once: boolean
  json: boolean
  ports: { home: number; spoke: number }
}

function readOptions(): Options | undefined {
  const { values } = readArguments({
    options: {
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'home-port': { type: 'string', default: '8545' },
      'spoke-port': { type: 'string', default: '8546' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const ports = {
    home: port('home-port', values['home-port']),
    spoke: port('spoke-port', values['spoke-port']),
  }
  if (ports.home === ports.spoke)
    throw new Error(`both chains were given port ${ports.home}; choose two`)
  return { once: values.once, json: values.json, ports }
}

function port(option: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  throw new Error(`--${option} ${text}: choose a number from 1 to 65535`)
}

const started = performance.now()

async function main(): Promise<number> {
  const options = readOptions()
  if (options === undefined) {
    process.stdout.write(help)
    return 0
  }
  const { once, json } = options
  const print = (line: string) =>
    (json ? process.stderr : process.stdout).write(`${line}\n`)
  const report = createReport(print)
  const interrupted = untilInterrupted()
  let world: World | undefined
  let invariants: Invariants | undefined
  const job = async () => {
    await report.step('deploy', async () => {
      world = await startWorld(
        once ? {} : { ports: options.ports, deployments: 'deployments' },
      )
      const count = Object.values(world.contracts)
        .map((contracts) => Object.keys(contracts).length)
        .reduce((sum, length) => sum + length, 0)
      return {
        said: `${count} contracts stand on two chains, all in the timelock's hands`,
        gas: await gasSoFar(world),
      }
    })
    await runStory(world as World, report)
    invariants = await checkInvariants(world as World)
    // Afterwards: to the role audit, a key with a budget is a finding.
    await seedChapter(world as World, report)
    return 'done' as const
  }
  try {
    const ended = await Promise.race([job(), interrupted])
    if (ended === 'interrupted') return 130
    const ok = Object.values(invariants ?? {}).every(Boolean)
    if (json) printJson(summary(report, invariants, ok))
    else printEnd(print, report, invariants as Invariants)
    if (!once && ok) {
      const up = world as World
      up.run({
        intervalMs: 1_000,
        onError: (error) => print(`relayer: ${reasonOf(error)}`),
        onDelivery: ({ messageId, state }) =>
          print(`relayer: message ${messageId} ended as ${state}`),
      })
      printNext(print, up, options)
      await interrupted
    }
    return ok ? 0 : 1
  } catch (error) {
    if (json) printJson(summary(report, invariants, false))
    if (!(error instanceof StepFailed)) print(`openmesh: ${reasonOf(error)}`)
    return 1
  } finally {
    await world?.stop()
  }
}

function summary(
  { steps }: Report,
  invariants: Invariants | undefined,
  ok: boolean,
) {
  return {
    ok: ok && steps.every((step) => step.ok),
    ms: Math.round(performance.now() - started),
    steps,
    invariants,
    gas: Object.fromEntries(
      steps.flatMap(({ name, gas }) =>
        gas === undefined ? [] : [[name, gas]],
      ),
    ),
  }
}

function printEnd(
  print: (line: string) => void,
  { steps }: Report,
  invariants: Invariants,
): void {
  print('')
  for (const [name, holds] of Object.entries(invariants))
    print(`  ${holds ? 'holds ' : 'BROKEN'}  ${name}`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(`\n${steps.length} steps in ${seconds} s`)
}

function printNext(
  print: (line: string) => void,
  { home, spoke, contracts }: World,
  { ports }: Options,
): void {
  for (const local of [home, spoke]) {
    const { name, rpcUrl, chain, selector, addresses } = local
    const deployed = Object.entries(contractsOn(contracts, local))
    print(
      `\n${name}: ${rpcUrl} (chain id ${chain.id}, CCIP selector ${selector})`,
    )
    for (const [contract, address] of deployed)
      print(`  ${contract.padEnd(18)} ${address}`)
    print(`  ${'CCIP Router'.padEnd(18)} ${addresses.router}`)
    print(`  ${'USDC stand-in'.padEnd(18)} ${addresses.usdc}`)
  }
  print(`
What to try next
  Ask the home chain for its block:
    curl -s -X POST -H 'content-type: application/json' --data '{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}' http://127.0.0.1:${ports.home}
  Buy a unit, vote, stake or bridge from a script: sdk/README.md has one to start from, and goes on:
    payUnit and claimRevenue pay for a unit and pay its owner, deployApp says what it runs, setUser rents it out,
    redeemVoucher takes a voucher of account 13's, which has a budget for 100 units.
  USDC is in accounts 2 and 10 to 17; its stand-in can be minted by anybody.
  The story moved time ahead: both chains are weeks past your clock.
  ABIs and addresses are in ${join('deployments', 'home')} and ${join('deployments', 'spoke')}.
  Accounts are those of Hardhat's test mnemonic; devnet/accounts.ts says who is who.
  Ctrl-C stops both chains.`)
}

async function gasSoFar({ chains }: World): Promise<bigint> {
  let gas = 0n
  for (const { client } of chains) {
    const latest = await client.getBlockNumber()
    for (let number = 1n; number <= latest; number++)
      gas += (await client.getBlock({ blockNumber: number })).gasUsed
  }
  return gas
}

function untilInterrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    const stop = () => resolve('interrupted')
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
}

// Whoever reads our output may leave early.
process.stdout.on('error', () => process.exit(0))

main().then(
  // In-process chains keep handles open; everything of ours is stopped by now.
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`openmesh: ${reasonOf(error)}\n`)
    process.exit(1)
  },
)
