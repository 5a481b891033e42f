import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'
import { peers } from '../../config/bench.ts'

/** The presets of `scripts/bench/contracts`. */
export type PeerContract =
  | 'Erc721aNft'
  | 'OpenZeppelinClaims'
  | 'OpenZeppelinGovernor'
  | 'OpenZeppelinNft'
  | 'OpenZeppelinTimelock'
  | 'OpenZeppelinToken'
  | 'OpenZeppelinVesting'
  | 'SoladyNft'
  | 'SoladyToken'
  | 'ThirdwebAirdrop'
  | 'ThirdwebDrop'
  | 'ThirdwebSplit'
  | 'ThirdwebStaking'
  | 'ThirdwebVote'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const modules = join(root, 'node_modules')
const artifacts = join(root, 'cache/bench/artifacts/scripts/bench/contracts')

/**
 * Compiles the peers; Hardhat skips what it compiled before.
 *
 * @throws When a version is installed that `config/bench.ts` does not name.
 */
export async function buildPeers(): Promise<void> {
  for (const { package: name, version } of Object.values(peers)) {
    const manifest = await readJson(join(modules, name, 'package.json'))
    const installed = (manifest as { version: string }).version
    if (installed !== version)
      throw new Error(
        `${name} ${installed} is installed, config/bench.ts names ${version}`,
      )
  }
  const hardhat = join(modules, 'hardhat/dist/src/cli.js')
  const config = join(root, 'scripts/bench/hardhat.config.ts')
  const child = spawn(
    process.execPath,
    ['--no-warnings', hardhat, 'build', '--no-tests', '--config', config],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code === 0) return
  process.stderr.write(output)
  throw new Error('the peers do not compile: see above')
}

/**
 * @param name A preset.
 * @returns What {@link buildPeers} made of it.
 */
export async function peerArtifact(
  name: PeerContract,
): Promise<{ abi: Abi; bytecode: Hex }> {
  const path = join(artifacts, `${name}.sol`, `${name}.json`)
  return (await readJson(path)) as { abi: Abi; bytecode: Hex }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}
