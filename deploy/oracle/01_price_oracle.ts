import { zeroAddress } from 'viem'
import { homeConfig } from '../../config/chains.ts'
import { feeds, maxAge, sequencer } from '../../config/feeds.ts'
import { artifacts, deployScript } from '../../rocketh/deploy.ts'
import { deployPredicted, predict } from '../../rocketh/predict.ts'

export default deployScript(
  async (env) => {
    const { usdc, feeds: feedAddresses } = homeConfig(env.network.chain.id)
    await deployPredicted(env, 'PriceOracle', artifacts.PriceOracle, [
      predict(env, 'OpenTimelock'),
      zeroAddress,
      BigInt(sequencer.grace),
      [
        {
          asset: zeroAddress,
          feed: feedAddresses.ethUsd,
          maxAge: maxAge(feeds.ETH),
          minPrice: feeds.ETH.minPrice,
          maxPrice: feeds.ETH.maxPrice,
        },
        {
          asset: usdc,
          feed: feedAddresses.usdcUsd,
          maxAge: maxAge(feeds.USDC),
          minPrice: feeds.USDC.minPrice,
          maxPrice: feeds.USDC.maxPrice,
        },
      ],
    ])
  },
  { tags: ['home', 'PriceOracle'], dependencies: ['OpenTimelock'] },
)
