// Runs a task of this repository on a fresh clone: finds a Node that Hardhat accepts, installs what is missing,
// builds when sources changed, then hands over. No dependencies, because it runs before there are any; plain
// JavaScript, because the Node it starts under may be too old for TypeScript. Everything it says goes to stderr:
// stdout belongs to the task.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Hardhat 3.18 refuses anything older. */
const MINIMUM_NODE = [22, 13]
/** What is fetched from npm when the machine's Node is too old. */
const NODE_PACKAGE = 'node@24.21.0'
/** node_modules takes 0.6 GB, npm's cache as much again. */
const FREE_DISK_BYTES = 2e9

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const TOOLS = join(ROOT, '.node')

/**
 * Task -> file that Node runs, and whether the contracts must be built first.
 * A task that takes no arguments says here what it does; the others have a
 * --help of their own.
 */
const TASKS = {
  start: { file: 'scripts/start.ts', build: true },
  test: { file: 'scripts/test.ts', build: true },
  bench: { file: 'scripts/bench/index.ts', build: true },
  'audit-roles': { file: 'scripts/audit-roles/index.ts', build: true },
  lanes: { file: 'scripts/lanes/index.ts', build: true },
  risk: { file: 'scripts/risk/index.ts', build: true },
  deploy: { file: 'scripts/deploy/index.ts', build: true },
  claims: { file: 'scripts/claims/index.ts', build: false },
  mutate: { file: 'scripts/mutate/index.ts', build: false },
  validator: { file: 'validator/src/cli.ts', build: true },
  check: {
    file: 'scripts/check/index.ts',
    build: true,
    help: 'npm run check: format, lint, types, imports, NatSpec, warnings, sizes, layout, generated files',
  },
  fix: {
    file: 'scripts/check/fix.ts',
    build: true,
    help: 'npm run fix: formats, and rewrites generated files and snapshots',
  },
  coverage: { file: 'scripts/coverage.ts', build: false },
  build: {
    build: true,
    help: 'npm run build: compiles the contracts and writes typechain-types/',
  },
}

class Refusal extends Error {}

/** A person or a supervisor asked us to stop. */
let interrupted = false

const say = (line) => process.stderr.write(`${line}\n`)

function nodeIsRecent(version) {
  const [major, minor] = version.split('.').map(Number)
  return (
    major > MINIMUM_NODE[0] ||
    (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])
  )
}

/** Forwards signals to the child, so that Ctrl-C ends the task and not only this wrapper. */
function run(command, args, { env, cwd = ROOT, quiet = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32' && command === 'npm',
    })
    let output = ''
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    // A terminal signals the whole group; anything else signals only us.
    const forward = (signal) => {
      interrupted = true
      if (!process.stdin.isTTY) child.kill(signal)
    }
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    // npm does not pass a SIGTERM on: without this, its end would leave the chains running.
    const parent = process.ppid
    const orphaned = setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM')
    }, 500)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
      clearInterval(orphaned)
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output })
    })
  })
}

/** One line a person can act on, from npm's pages of output. */
function reasonOf(output) {
  if (interrupted) return 'interrupted: run the same command again'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output))
    return 'the npm registry cannot be reached: check the network, then run the same command again'
  if (/ENOSPC/.test(output))
    return 'the disk is full: free about 2 GB, then run the same command again'
  if (/EACCES|EPERM|EROFS/.test(output))
    return `no right to write in ${ROOT}: check its owner and mode`
  const line = output.split('\n').find((text) => /npm error/.test(text))
  return line?.replace(/^npm error\s*/, '') ?? 'npm gave no reason'
}

async function npm(args, env, what) {
  const { bavail, bsize } = statfsSync(ROOT)
  if (bavail * bsize < FREE_DISK_BYTES)
    throw new Refusal(
      `${what} needs about ${FREE_DISK_BYTES / 1e9} GB of disk, ${((bavail * bsize) / 1e9).toFixed(1)} GB are free`,
    )
  const flags = ['--loglevel=error', '--no-audit', '--no-fund']
  const { code, output } = await run('npm', [...args, ...flags], {
    env,
    quiet: true,
  }).catch((error) => {
    throw new Refusal(
      error.code === 'ENOENT' ? 'npm is not on the PATH' : String(error),
    )
  })
  if (code !== 0) throw new Refusal(`${what} failed: ${reasonOf(output)}`)
}

/** The environment in which `node` and `npm` are a Node that Hardhat accepts. */
async function recentNode() {
  if (nodeIsRecent(process.versions.node))
    return { node: process.execPath, env: process.env }
  const bin = join(TOOLS, 'node_modules', 'node', 'bin')
  const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node')
  const stamp = join(TOOLS, 'stamp')
  if (!existsSync(node) || read(stamp) !== NODE_PACKAGE) {
    say(
      `Node ${process.versions.node} is too old for Hardhat (needs ${MINIMUM_NODE.join('.')}): fetching ${NODE_PACKAGE} from npm`,
    )
    mkdirSync(TOOLS, { recursive: true })
    writeFileSync(join(TOOLS, 'package.json'), '{"private":true}')
    await npm(
      ['install', '--prefix', TOOLS, '--save-exact', NODE_PACKAGE],
      process.env,
      'fetching Node',
    )
    // npm may hold back install scripts; this one only fetches the binary for this platform.
    if (!existsSync(node))
      await run(process.execPath, ['installArchSpecificPackage.js'], {
        cwd: join(TOOLS, 'node_modules', 'node'),
        env: process.env,
        quiet: true,
      })
    if (!existsSync(node))
      throw new Refusal(
        `${NODE_PACKAGE} has no binary for ${process.platform} ${process.arch}: install Node 24 by hand`,
      )
    writeFileSync(stamp, NODE_PACKAGE)
  }
  const PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`
  return { node, env: { ...process.env, PATH } }
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder).sort())
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function filesUnder(name) {
  const path = join(ROOT, name)
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

async function install(env) {
  const stamp = join(ROOT, 'node_modules', '.openmesh-install')
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (read(stamp) === lock) return
  say('Installing dependencies with npm ci (about a minute)')
  await npm(['ci'], env, 'npm ci')
  writeFileSync(stamp, lock)
}

async function build({ node, env }) {
  const stamp = join(ROOT, 'artifacts', '.openmesh-build')
  const hash =
    hashOf(['contracts', 'devnet/contracts', 'scripts/generate']) +
    createHash('sha256')
      .update(readFileSync(join(ROOT, 'hardhat.config.ts')))
      .update(readFileSync(join(ROOT, 'package-lock.json')))
      .digest('hex')
  if (read(stamp) === hash && existsSync(join(ROOT, 'generated'))) return
  say('Compiling the contracts with solc from npm (a minute or two)')
  const hardhat = join(ROOT, 'node_modules', 'hardhat', 'dist', 'src', 'cli.js')
  const { code, output } = await run(node, [hardhat, 'build', '--no-tests'], {
    env,
    quiet: true,
  })
  if (code !== 0) {
    if (interrupted)
      throw new Refusal('interrupted: run the same command again')
    say(output)
    throw new Refusal('the contracts do not compile: see above')
  }
  writeFileSync(stamp, hash)
}

async function main([name, ...args]) {
  const task = TASKS[name]
  if (task === undefined)
    throw new Refusal(
      `no task "${name ?? ''}"; tasks: ${Object.keys(TASKS).join(', ')}`,
    )
  if (task.help !== undefined && args.length > 0) {
    if (args[0] !== '--help')
      throw new Refusal(
        `"${args.join(' ')}": ${name} takes no arguments (see --help)`,
      )
    process.stdout.write(`${task.help}\n`)
    return 0
  }
  const recent = await recentNode()
  await install(recent.env)
  if (task.build) await build(recent)
  if (task.file === undefined) return 0
  const { code } = await run(
    recent.node,
    ['--no-warnings', '--import', 'tsx', join(ROOT, task.file), ...args],
    { env: recent.env },
  )
  return code
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    say(`openmesh: ${error instanceof Refusal ? error.message : error.stack}`)
    process.exit(1)
  },
)
