import { type Address, getAddress, isAddressEqual } from 'viem'
import { allocationRow } from '../../config/allocation.ts'
import { GENESIS_FUNDING, GENESIS_GRANTS } from '../../config/genesis.ts'
import {
  type DeployArguments,
  deployScript,
  type Environment,
  required,
} from '../../rocketh/deploy.ts'
import { predict } from '../../rocketh/predict.ts'
import { tokenAllocationAbi as abi } from '../../typechain-types/index.ts'

/** Makes the grants of config/genesis.ts that were not made yet, then closes genesis for ever. */
export default deployScript<DeployArguments>(
  async (env, args) => {
    const { recipients } = required(args)
    const { publicClient } = env.viem
    const allocation = { address: predict(env, 'TokenAllocation'), abi }
    if (
      await publicClient.readContract({
        ...allocation,
        functionName: 'genesisClosed',
      })
    )
      return
    const send = { account: env.namedAccounts.deployer }
    const made = await grantsMade(env)
    const planned = [
      ...GENESIS_FUNDING.map(({ contract, row, amount }) => ({
        to: predict(env, contract),
        row,
        amount,
      })),
      ...GENESIS_GRANTS.map(({ recipient, row, amount }) => ({
        to: addressOf(recipients, recipient),
        row,
        amount,
      })),
    ]
    for (const { to, row, amount } of planned) {
      const { id } = allocationRow(row)
      if (
        made.some((grant) => grant.row === id && isAddressEqual(grant.to, to))
      )
        continue
      await env.execute(allocation, {
        ...send,
        functionName: 'genesisGrant',
        args: [id, to, amount],
      })
    }
    await env.execute(allocation, {
      ...send,
      functionName: 'closeGenesis',
      args: [],
    })
  },
  { tags: ['home', 'grants'], dependencies: ['wiring', 'RewardStream'] },
)

function addressOf(
  recipients: Readonly<Record<string, Address>>,
  label: string,
): Address {
  const address = recipients[label]
  if (address === undefined)
    throw new Error(
      `no address for genesis recipient "${label}": add it to the deployment's recipients`,
    )
  return getAddress(address)
}

/** A killed run resumes where it stopped. */
async function grantsMade(env: Environment) {
  const logs = await env.viem.publicClient.getContractEvents({
    address: predict(env, 'TokenAllocation'),
    abi,
    eventName: 'GenesisGranted',
    fromBlock: 0n,
    strict: true,
  })
  return logs.map(({ args }) => args)
}
