import type { World } from '../../devnet/world.ts'
import { bridgeChapter } from './bridge.ts'
import { governanceChapter } from './governance.ts'
import type { Report } from './report.ts'
import { slashChapter, stakingChapter } from './staking.ts'
import { xnodeChapter } from './xnode.ts'

/** The main job, from the first unit sold to the first validator slashed. */
export async function runStory(world: World, report: Report): Promise<void> {
  const operators = ['node-operators', 'infrastructure-partner'] as const
  const units = await xnodeChapter(world, report, operators)
  const validators = await stakingChapter(world, report, {
    operators,
    staker: 'cloud-initiative',
    units,
  })
  await governanceChapter(world, report, {
    voters: [
      'core-team',
      'contributors-guild',
      'cloud-initiative',
      'expansion-sponsors',
      'node-operators',
    ],
    grantee: 'community-fund',
  })
  await bridgeChapter(world, report, 'data-providers')
  await slashChapter(world, report, {
    reporter: 'buyer',
    validator: validators[1] as bigint,
  })
}
